import type { LookupResult, Outcome, Port, Provider, Ports } from '@ducat/core';
import { ports } from '@ducat/core';
import { during } from './during.ts';
import type { Attributes, Observer } from './observer.ts';

type Call = (request: unknown, context?: { readonly reference?: string }) => Promise<unknown>;

/** The provider, with every call of its ports observed. What it does not have is not on the watched one either. */
export function watchedProvider(provider: Provider, observer: Observer): Provider {
  const { id, limits } = provider;
  const watched = ports.flatMap((port) => {
    const call = provider[port] as Call | undefined;
    return typeof call === 'function' ? [[port, watchedCall(provider, port, call, observer)] as const] : [];
  });
  return { id, limits, close: () => provider.close(), ...(Object.fromEntries(watched) as Partial<Ports>) };
}

function watchedCall(provider: Provider, port: Port, call: Call, observer: Observer): Call {
  return (request, context) => {
    const attributes = { provider: provider.id, reference: context?.reference };
    return during(
      observer,
      { kind: 'call', name: port, attributes },
      () => call.call(provider, request, context),
      ending,
    );
  };
}

function ending(result: unknown): Attributes {
  const { status } = result as Outcome | LookupResult | { readonly status?: undefined };
  return { status };
}
