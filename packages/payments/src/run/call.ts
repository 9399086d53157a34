import type { AttemptContext, Outcome, Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { RoutedRequest } from '@ducat/router';

/** A port of a provider that begins payments, given its request. */
export function callOf(provider: Provider, asked: RoutedRequest): (context: AttemptContext) => Promise<Outcome> {
  const { operation, request } = asked;
  // The router leaves out who lacks the port; a provider that was changed since refuses like any other.
  return (context) => {
    const port = provider[operation] as ((request: unknown, context: AttemptContext) => Promise<Outcome>) | undefined;
    if (port !== undefined) return port.call(provider, addressed(request, provider), context);
    const message = `${provider.id} cannot ${operation}`;
    throw new DucatError({ code: 'unsupported', message, effect: 'none', provider: provider.id });
  };
}

/** A request is written before its provider is chosen, and each provider has a webhook address of its own. */
function addressed(request: RoutedRequest['request'], { id }: Provider): RoutedRequest['request'] {
  const { webhookUrl } = request;
  if (webhookUrl?.includes('{provider}') !== true) return request;
  return { ...request, webhookUrl: webhookUrl.replaceAll('{provider}', encodeURIComponent(id)) };
}
