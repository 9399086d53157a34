import type { Money, Operation } from '@ducat/core';
import type { ReviewRequested } from '../model/event.ts';
import type { AttemptState, OperationState, PaymentState } from '../reduce/state.ts';
import { attemptOf } from '../run/find.ts';
import type { DecisionName } from './decisions.ts';
import { decisionsFor } from './decisions.ts';
import { evidenceInWords } from './words.ts';

/** Something that the library cannot find out, for a person to decide. */
export interface Review {
  /** Names it; `decide` is told it. */
  readonly id: string;
  readonly payment: string;
  /** The key of the operation. */
  readonly key: string;
  readonly operation: Operation;
  readonly requested: Money;
  readonly provider: string;
  /** The attempt's reference: the provider has it under this name. */
  readonly reference: string;
  /** The provider's own id, when it told one. */
  readonly providerReference?: string;
  /** When the attempt was begun and when the library gave up, milliseconds since the epoch. */
  readonly begun: number;
  readonly since: number;
  readonly reason: string;
  /** Everything that is known, oldest first, a line for each: `2026-11-21 10:00:05Z response: unknown (connection_lost)`. */
  readonly evidence: readonly string[];
  /** What an operator can decide, and when each is right. */
  readonly decisions: Readonly<Partial<Record<DecisionName, string>>>;
}

/** The reviews of a payment that nobody has decided. */
export function reviewsOf(payment: string, state: PaymentState): Review[] {
  return state.operations.flatMap((operation) => reviewsOfOperation(payment, state, operation));
}

/** Those of one of its operations. */
export function reviewsOfOperation(payment: string, state: PaymentState, operation: OperationState): Review[] {
  return operation.reviews.flatMap((review) => {
    const attempt = attemptOf(state, review.reference)?.attempt;
    return attempt === undefined ? [] : [reviewOf(payment, operation, attempt, review)];
  });
}

function reviewOf(
  payment: string,
  { begun }: OperationState,
  attempt: AttemptState,
  requested: ReviewRequested,
): Review {
  const { provider, reference } = attempt.begun;
  const { providerReference } = attempt;
  return {
    id: reviewId(reference, requested.number),
    payment,
    key: begun.operation,
    operation: begun.kind,
    requested: begun.amount,
    provider,
    reference,
    ...(providerReference === undefined ? {} : { providerReference }),
    begun: attempt.begun.at,
    since: requested.at,
    reason: requested.reason,
    evidence: evidenceInWords(attempt),
    decisions: decisionsFor(requested),
  };
}

/** The n-th review of an attempt: `order-1-1/1`. */
function reviewId(reference: string, number: number): string {
  return `${reference}/${number}`;
}

/** The attempt and the number that a review's name says. */
export function partsOfReviewId(id: string): { readonly reference: string; readonly number: number } {
  const [reference = '', number] = id.split('/');
  return { reference, number: Number(number) };
}
