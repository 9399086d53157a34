import type { ProviderLimits } from './limits.ts';
import type { Port, Ports } from './ports.ts';

/**
 * One configured account at one provider: an id, its limits, and the ports that it has.
 *
 * Capability by presence: a port that the provider does not have is not on the object.
 */
export interface Provider extends Partial<Ports> {
  /** Chosen by the merchant, unique among its providers. Tokens and continuations are bound to it. */
  readonly id: string;
  readonly limits: ProviderLimits;
  /** Closes the provider's connections; calls in flight end first. */
  close(): Promise<void>;
}

/**
 * A provider that has these ports, as a function's parameter type.
 *
 * @example
 * async function ship(provider: Supporting<'capture' | 'refund'>) { ... }
 */
export type Supporting<Needed extends Port> = Provider & Pick<Ports, Needed>;

/**
 * Whether the provider has all these ports; narrows its type.
 *
 * @example
 * if (supports(provider, 'capture')) await provider.capture(request, context);
 */
export function supports<Needed extends Port>(
  provider: Provider,
  ...needed: readonly Needed[]
): provider is Supporting<Needed> {
  return needed.every((port) => typeof provider[port] === 'function');
}
