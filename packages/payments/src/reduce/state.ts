import type { AttemptBegun, EvidenceFound, OperationBegun, OperationSettled, ReviewRequested } from '../model/event.ts';
import type { Transaction } from './transactions.ts';

/** One sending of an attempt's request. */
export interface Sending {
  readonly number: number;
  readonly at: number;
  readonly deadline: number;
}

/**
 * What is known of an attempt:
 * - `sending`: nothing yet;
 * - `approved`, `declined`: what the provider says;
 * - `not_sent`: no sending reached the provider;
 * - `not_found`: the provider knows nothing of it, after its horizon;
 * - `action_required`, `pending`, `unknown`: not decided.
 */
export type AttemptStatus =
  | 'sending'
  | 'approved'
  | 'declined'
  | 'not_sent'
  | 'not_found'
  | 'action_required'
  | 'pending'
  | 'unknown';

export interface AttemptState {
  readonly begun: AttemptBegun;
  /** Ascending, never empty. */
  readonly sendings: readonly [Sending, ...Sending[]];
  readonly lastSending: Sending;
  /** Oldest first. */
  readonly evidence: readonly EvidenceFound[];
  readonly status: AttemptStatus;
  /** The evidence that the status rests on; absent while `sending`. */
  readonly ground: EvidenceFound | undefined;
  /** Every transaction that the provider has shown of it; more than one approved is an alarm. */
  readonly transactions: readonly Transaction[];
  /** Whether it is approved, and one of its other transactions is not decided, or nobody has asked for others. */
  readonly hasLooseEnd: boolean;
  /** What webhooks said that no lookup has confirmed or refuted since, and that could still matter. */
  readonly openHints: readonly EvidenceFound[];
  /** Whether a webhook says that it is approved, and lookups go on saying something final and else. */
  readonly isDisputed: boolean;
  /** What became of the token of a stored card; `undefined` when none came so far. */
  readonly token: EvidenceFound['token'];
  /** The provider's id, as soon as anything named it. */
  readonly providerReference: string | undefined;
}

export interface OperationState {
  readonly begun: OperationBegun;
  /** By number. */
  readonly attempts: readonly AttemptState[];
  readonly settled: OperationSettled | undefined;
  /** Those that nobody has decided, and that have not resolved themselves. */
  readonly reviews: readonly ReviewRequested[];
  /** All that there ever were, also decided ones. */
  readonly allReviews: readonly ReviewRequested[];
}

export interface PaymentState {
  /** In the order of their beginning. */
  readonly operations: readonly OperationState[];
}
