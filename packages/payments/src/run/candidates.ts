import type { Provider } from '@ducat/core';
import type { Plan, RoutedRequest } from '@ducat/router';
import type { Engine } from '../engine.ts';

/** The providers of a plan that are configured, each once. A token goes to nobody but who issued it, whatever is planned. */
export function candidatesOf({ providers }: Engine, { candidates }: Plan, asked: RoutedRequest): Provider[] {
  const issuer = issuerOf(asked);
  const found: Provider[] = [];
  for (const id of candidates) {
    const provider = providers.get(id);
    if (provider === undefined || found.includes(provider) || (issuer !== undefined && issuer !== id)) continue;
    found.push(provider);
  }
  return found;
}

function issuerOf({ operation, request }: RoutedRequest): string | undefined {
  const source = operation === 'payout' ? request.destination : request.source;
  return source.kind === 'token' ? source.token.provider : undefined;
}
