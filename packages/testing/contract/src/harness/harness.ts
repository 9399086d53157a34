import type { Provider } from '@ducat/core';
import type { WorldFactory } from './world.ts';

/** How the adapter under test is to be configured for one promise. */
export interface Setup {
  /** The provider's id. */
  readonly id: string;
  readonly testMode: boolean;
  /** The longest a call may last. */
  readonly timeoutMilliseconds: number;
}

/** What the contract needs to know of an adapter. */
export interface Harness {
  /** The adapter, configured for a provider whose surfaces are at these origins. */
  create(origins: Readonly<Record<string, string>>, setup: Setup): Provider;
  readonly world: WorldFactory;
  /** Configurations with which anybody could forge a webhook (no key, an empty or blank one): making one has to throw. */
  readonly forgeable?: readonly (() => Provider)[];
}
