import type { NewMessage } from '@ducat/core';
import { isFirstOperation } from '../model/operation.ts';
import { decisiveAttempt, outcomeOf } from '../reduce/outcome.ts';
import type { OperationState, PaymentState } from '../reduce/state.ts';
import { isTokenMissing } from '../reduce/token.ts';
import type { Review } from '../review/review.ts';
import { reviewsOfOperation } from '../review/review.ts';
import type { EventSubject, PaymentsEvent } from './event.ts';

type EventType = PaymentsEvent['type'];

/** What subscribers have to be told of the step from one state to the next. */
export function announce(payment: string, before: PaymentState, after: PaymentState, at: number): NewMessage[] {
  return after.operations.flatMap((operation) => {
    const known = before.operations.find(({ begun }) => begun.operation === operation.begun.operation);
    return newsOf(known, operation).map((type) => {
      const reviews = type === 'payment.needs_review' ? reviewsOfOperation(payment, after, operation) : undefined;
      return { type, at, data: JSON.stringify(contentOf(payment, operation, reviews)) };
    });
  });
}

function newsOf(before: OperationState | undefined, after: OperationState): EventType[] {
  const news: EventType[] = [];
  const status = statusOf(after);
  if (status !== undefined && status !== (before && statusOf(before))) news.push(`${subjectOf(after)}.${status}`);
  const known = before?.reviews ?? [];
  const isNew = after.reviews.some(
    (one) => !known.some(({ at, reference }) => at === one.at && reference === one.reference),
  );
  if (isNew) news.push('payment.needs_review');
  const wasMissing = before !== undefined && isTokenMissing(before);
  if (isTokenMissing(after) !== wasMissing) news.push(wasMissing ? 'payment.token_kept' : 'payment.token_missing');
  return news;
}

/** Nothing is told of an operation before something is known of it. */
function statusOf(operation: OperationState): ReturnType<typeof outcomeOf>['status'] | undefined {
  if (operation.settled !== undefined) return operation.settled.result;
  const attempt = decisiveAttempt(operation);
  return attempt?.ground === undefined ? undefined : outcomeOf(operation).status;
}

function subjectOf({ begun }: OperationState): EventSubject {
  if (begun.reverses !== undefined) return 'reversal';
  return isFirstOperation(begun.kind) ? 'payment' : begun.kind;
}

/** What is undefined in it is not written. */
function contentOf(payment: string, operation: OperationState, reviews: readonly Review[] | undefined): object {
  const { operation: key, kind, amount, metadata, reverses } = operation.begun;
  const begun = decisiveAttempt(operation)?.begun;
  const outcome = outcomeOf(operation);
  return {
    payment,
    key,
    operation: kind,
    status: outcome.status,
    requested: amount,
    provider: begun?.provider,
    reference: begun?.reference,
    providerReference: 'providerReference' in outcome ? outcome.providerReference : undefined,
    amount: 'amount' in outcome ? outcome.amount : undefined,
    decline: 'decline' in outcome ? outcome.decline : undefined,
    metadata,
    reverses,
    reviews,
  };
}
