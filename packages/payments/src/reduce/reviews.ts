import type { ReviewRequested } from '../model/event.ts';
import { isResolved } from './running.ts';
import type { AttemptState, OperationState } from './state.ts';

/** The reviews of an operation that neither an operator has decided nor later events have made needless. */
export function openReviews(
  { attempts, allReviews }: OperationState,
  operations: readonly OperationState[],
): ReviewRequested[] {
  return allReviews.filter((review) => {
    const attempt = attempts.find(({ begun }) => begun.reference === review.reference);
    return attempt === undefined || (!isAnswered(review, attempt) && !isNeedless(review, attempt, operations));
  });
}

/** A decision names the review that it answers, whatever the clocks said. */
function isAnswered({ number }: ReviewRequested, { evidence }: AttemptState): boolean {
  return evidence.some(({ source, id }) => source === 'operator' && id === `operator-${number}`);
}

function isNeedless(
  { cause, surplus }: ReviewRequested,
  attempt: AttemptState,
  operations: readonly OperationState[],
): boolean {
  switch (cause) {
    case 'no_way':
    case 'unclear':
      return isResolved(attempt) && !attempt.isDisputed;
    case 'surplus':
      return operations.some(({ begun, settled }) => begun.reverses === surplus && settled?.result === 'approved');
    case 'token':
      return attempt.token === 'kept';
  }
}
