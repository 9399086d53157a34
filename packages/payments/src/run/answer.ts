import type { CardToken } from '@ducat/core';
import type { LoadedPayment } from '../log/loaded.ts';
import { outcomeOf } from '../reduce/outcome.ts';
import { isTokenMissing } from '../reduce/token.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import type { AttemptSummary, OperationResult } from '../result.ts';

/** What the merchant is told of an operation: computed from the journal alone, so a repeat is told the same. */
export function answerOf(loaded: LoadedPayment, operation: OperationState, token?: CardToken): OperationResult {
  const { begun, attempts, reviews } = operation;
  const { raw: _raw, ...outcome } = outcomeOf(operation, token);
  const [review] = reviews;
  return {
    payment: loaded.payment,
    key: begun.operation,
    operation: begun.kind,
    requested: begun.amount,
    attempts: attempts.map(summaryOf),
    plan: begun.plan ?? [],
    ...(review === undefined ? {} : { review: review.reason }),
    ...(begun.reverses === undefined ? {} : { reverses: begun.reverses }),
    ...(isTokenMissing(operation) ? { isTokenMissing: true } : {}),
    ...outcome,
    // The provider's own continuation stays in the journal; the browser gets the name of the attempt.
    ...(outcome.status === 'action_required' ? { continuation: outcome.reference ?? '' } : {}),
  } as OperationResult;
}

function summaryOf({ begun, status, providerReference }: AttemptState): AttemptSummary {
  const { provider, reference } = begun;
  return { provider, reference, status, ...(providerReference === undefined ? {} : { providerReference }) };
}
