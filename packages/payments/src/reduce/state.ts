import type { Approved } from '@ducat/core';
import type { AttemptBegun, EvidenceFound, OperationBegun, OperationSettled, ReviewRequested } from '../model/event.ts';

/** One sending of an attempt's request. */
export interface Sending {
  readonly number: number;
  readonly at: number;
  readonly deadline: number;
}

/**
 * What is known of an attempt:
 * - `sending`: nothing yet;
 * - `approved`, `declined`: what the provider says, for good;
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

export type ApprovedTransaction = Pick<Approved, 'providerReference' | 'amount'>;

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
  /** Every approved transaction of this attempt; more than one is an alarm. */
  readonly approved: readonly ApprovedTransaction[];
  /** The provider's id, as soon as anything named it. */
  readonly providerReference: string | undefined;
}

export interface OperationState {
  readonly begun: OperationBegun;
  /** By number. */
  readonly attempts: readonly AttemptState[];
  readonly settled: OperationSettled | undefined;
  /** Those that nobody has decided. */
  readonly reviews: readonly ReviewRequested[];
}

export interface PaymentState {
  /** In the order of their beginning. */
  readonly operations: readonly OperationState[];
}
