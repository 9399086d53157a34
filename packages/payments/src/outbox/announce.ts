import type { NewMessage } from '@ducat/core';
import { isFirstOperation } from '../model/operation.ts';
import { decisiveAttempt, outcomeOf } from '../reduce/outcome.ts';
import type { OperationState, PaymentState } from '../reduce/state.ts';

/** What subscribers have to be told of the step from one state to the next. */
export function announce(payment: string, before: PaymentState, after: PaymentState, at: number): NewMessage[] {
  return after.operations.flatMap((operation) => {
    const known = before.operations.find(({ begun }) => begun.operation === operation.begun.operation);
    return newsOf(known, operation).map((type) => ({ type, at, data: JSON.stringify(contentOf(payment, operation)) }));
  });
}

function newsOf(before: OperationState | undefined, after: OperationState): string[] {
  const news: string[] = [];
  const status = statusOf(after);
  if (status !== undefined && status !== (before && statusOf(before))) news.push(`${subjectOf(after)}.${status}`);
  if (after.reviews.length > (before?.reviews.length ?? 0)) news.push('payment.needs_review');
  return news;
}

/** Nothing is told of an operation before something is known of it. */
function statusOf(operation: OperationState): string | undefined {
  if (operation.settled !== undefined) return operation.settled.result;
  const attempt = decisiveAttempt(operation);
  return attempt?.ground === undefined ? undefined : outcomeOf(operation).status;
}

function subjectOf({ begun }: OperationState): string {
  if (begun.reverses !== undefined) return 'reversal';
  return isFirstOperation(begun.kind) ? 'payment' : begun.kind;
}

function contentOf(payment: string, operation: OperationState): object {
  const { operation: key, kind, amount, metadata, reverses } = operation.begun;
  const attempt = decisiveAttempt(operation);
  const outcome = outcomeOf(operation);
  return {
    payment,
    key,
    operation: kind,
    status: outcome.status,
    requested: amount,
    ...(attempt === undefined ? {} : { provider: attempt.begun.provider, reference: attempt.begun.reference }),
    ...('providerReference' in outcome ? { providerReference: outcome.providerReference } : {}),
    ...('amount' in outcome ? { amount: outcome.amount } : {}),
    ...('decline' in outcome ? { decline: outcome.decline } : {}),
    ...(metadata === undefined ? {} : { metadata }),
    ...(reverses === undefined ? {} : { reverses }),
    ...(operation.reviews.length === 0 ? {} : { review: operation.reviews.map(({ reason }) => reason) }),
  };
}
