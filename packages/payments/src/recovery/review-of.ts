import { isResolved } from '../reduce/running.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { isDecidedByOperator, lookupsOf } from './looks.ts';
import type { ReviewReason } from './review.ts';
import type { RecoverySchedule } from './schedule.ts';

/** So often a provider may say something else than was asked for before a person looks at it. */
const contradictionsBeforeReview = 3;

/** Why a person has to look at an attempt now; `undefined` when nobody has to, or was asked to already. */
export function reviewOf(
  { begun, settled, allReviews, reviews }: OperationState,
  attempt: AttemptState,
  schedule: RecoverySchedule,
  now: number,
): ReviewReason | undefined {
  const { reference, provider } = attempt.begun;
  const own = allReviews.filter((review) => review.reference === reference);
  if (reviews.some((review) => review.reference === reference)) return undefined;
  if (isDecidedByOperator(attempt) && !(own.length === 1 && isOutOfLookups(attempt, schedule))) return undefined;
  const lookups = lookupsOf(attempt);
  const isOld = now - attempt.begun.at >= schedule.reviewAfterMilliseconds && attempt.openHints.length === 0;
  const isOverdue = isOld || lookups >= schedule.lookupsBeforeReview;
  if (isResolved(attempt) && !attempt.isDisputed) {
    // Only its token is missing.
    if (!isOverdue) return undefined;
    const reason = `the ${begun.kind} is approved, and after ${lookups} lookups ${provider} has given no token for its card`;
    return { reference, cause: 'token', reason };
  }
  const told = contradictions(attempt);
  const reason = attempt.isDisputed
    ? `a webhook of ${provider} says that it is approved, and lookups go on saying: ${attempt.status}`
    : told.length >= contradictionsBeforeReview
      ? `${provider} goes on saying something else: ${told.at(-1) ?? ''}`
      : `after ${lookups} lookups ${provider} still says: ${attempt.status}`;
  const isNow = attempt.isDisputed || isOverdue || told.length >= contradictionsBeforeReview;
  if (!isNow) return undefined;
  const after = settled === undefined ? '' : `; its operation is ${settled.result} already`;
  return { reference, cause: 'unclear', reason: `${reason}${after}` };
}

/** A webhook contradicts the operator, and the provider may not be asked any more. */
function isOutOfLookups(attempt: AttemptState, { maximumLookups }: RecoverySchedule): boolean {
  return attempt.openHints.length > 0 && lookupsOf(attempt) >= maximumLookups;
}

function contradictions({ evidence }: AttemptState): string[] {
  return evidence.flatMap(({ source, finding }) =>
    source === 'lookup' && 'error' in finding && finding.error.code === 'contradicting_response'
      ? [finding.error.message]
      : [],
  );
}
