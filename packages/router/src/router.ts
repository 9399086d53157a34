import type { Decline, Outcome } from '@ducat/core';
import type { Plan } from './plan.ts';
import type { RoutingQuestion } from './question.ts';

/** What became of an attempt at a provider, for success rates and circuits. */
export interface AttemptResult {
  readonly provider: string;
  readonly status: Outcome['status'];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Of a declined attempt: what no other provider could have approved does not count against this one. */
  readonly decline?: Decline | undefined;
  /**
   * Whether it was learned by a lookup or a webhook, after an earlier observation of the same attempt said `unknown`,
   * `pending` or `action_required`. It counts for the success rate, and says nothing of the provider's health now.
   */
  readonly late?: boolean | undefined;
}

/** An attempt's result with what was asked, as far as it was routed by it. */
export interface Observation extends AttemptResult {
  readonly question: RoutingQuestion;
}

/** Chooses providers. Asks nobody and sends nothing. */
export interface Router {
  /** Changes nothing: the same rules, question and observations give the same plan. */
  plan(question: RoutingQuestion): Plan;
  /** Tells the router what became of an attempt. What the merchant canceled is no news of a provider. */
  record(observation: Observation): void;
  /**
   * Whether the provider failed too often to be called at this moment. A call that is not made because of it is
   * `not_sent`, which is proof that no money moved.
   */
  isOpen(provider: string, at: number): boolean;
}
