import type { ActionRequired, Approved, Declined, Money, NotSent, Operation, Pending, Unknown } from '@ducat/core';
import type { PlanLine } from '@ducat/router';

/** One try at one provider, as far as it is known. */
export interface AttemptSummary {
  readonly provider: string;
  /** The reference under which the provider has it. */
  readonly reference: string;
  readonly status:
    | 'sending'
    | 'approved'
    | 'declined'
    | 'not_sent'
    | 'not_found'
    | 'action_required'
    | 'pending'
    | 'unknown';
  readonly providerReference?: string;
}

/** What every result tells. */
export interface OperationFacts {
  /** The payment that the operation belongs to: the key of the operation that began it. */
  readonly payment: string;
  /** The merchant's idempotency key of this operation. */
  readonly key: string;
  readonly operation: Operation;
  /** What was asked for. */
  readonly requested: Money;
  /** In the order in which they were made. */
  readonly attempts: readonly AttemptSummary[];
  /** Why these providers, when the operation was routed. */
  readonly plan: readonly PlanLine[];
  /** Why a person has to look at it, when one has to. */
  readonly review?: string;
  /** Of an operation that gives back what moved once too often: the attempt and the transaction, `order-1-1/cpi_1`. */
  readonly reverses?: string;
  /** The card was to be stored and the vault has no token of it yet. The library goes on asking the provider for it. */
  readonly isTokenMissing?: true;
}

/** `challenge` goes on with it; the string names the payment and holds nothing else. */
type ResumableAction = Omit<ActionRequired, 'raw'>;

/**
 * What became of an operation: the outcome of its last attempt, or the result that settled it.
 *
 * `approved`, `declined` and `not_sent` are final and never change. `not_sent` says that no provider took money: none
 * was reached, none accepted the request, or what may have been sent is proven not to exist.
 */
export type OperationResult = OperationFacts &
  (
    | Omit<Approved, 'raw'>
    | ResumableAction
    | Omit<Pending, 'raw'>
    | Omit<Declined, 'raw'>
    | Omit<NotSent, 'raw'>
    | Omit<Unknown, 'raw'>
  );
