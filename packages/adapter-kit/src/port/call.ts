import type { AttemptReference, ProviderReference } from '@ducat/core';
import type { Budget } from '../transport/budget.ts';

/** One call of one port, as it goes along. */
export interface Call {
  /** Id of the provider that is called. */
  readonly provider: string;
  /** The attempt; empty for calls that are not one (lookup). */
  readonly reference: AttemptReference;
  readonly budget: Budget;
  /** Every secret that was written into a request of this call; nothing that is printed may repeat one. */
  readonly secrets: string[];
  /** Whether a request of this call was handed to the transport. */
  begun: boolean;
  /**
   * Whether a request of this call that may move money has been answered, or may have arrived. From then on no failure
   * proves anything, not even one that comes before a later request is sent.
   */
  moneyMayHaveMoved: boolean;
  /** The provider's id of the transaction, as soon as it is known; an `unknown` outcome carries it. */
  providerReference?: ProviderReference;
}

export function startCall(provider: string, reference: AttemptReference, budget: Budget): Call {
  return { provider, reference, budget, secrets: [], begun: false, moneyMayHaveMoved: false };
}
