import type { Port, Provider, ProviderLimits } from '@ducat/core';
import { ports, supports } from '@ducat/core';

/** What a provider can do, as far as routing goes: for tools that have no provider objects. */
export interface ProviderCapabilities {
  readonly id: string;
  readonly ports: readonly Port[];
  readonly limits: Pick<ProviderLimits, 'currencies' | 'tokenize' | 'sources'>;
}

/** The same of a configured provider, read once. */
export function capabilitiesOf(provider: Provider | ProviderCapabilities): ProviderCapabilities {
  if ('ports' in provider) return provider;
  return {
    id: provider.id,
    ports: ports.filter((port) => supports(provider, port)),
    limits: provider.limits,
  };
}
