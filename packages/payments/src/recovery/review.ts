import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import type { ReviewRequested } from '../model/event.ts';
import { attemptOf } from '../run/find.ts';

/** Which attempt a person has to look at, and why. */
export type ReviewReason = Pick<ReviewRequested, 'reference' | 'cause' | 'reason' | 'surplus'>;

/** Hands an attempt to a person, unless somebody has it for the same reason. */
export async function requestReview(
  engine: Engine,
  loaded: LoadedPayment,
  review: ReviewReason,
): Promise<LoadedPayment> {
  return await engine.log.amend(loaded, ({ state }) => {
    const found = attemptOf(state, review.reference);
    if (found === undefined) return [];
    const { begun, reviews, allReviews } = found.operation;
    const isOwn = ({ reference }: ReviewRequested): boolean => reference === review.reference;
    if (reviews.some((known) => isOwn(known) && known.cause === review.cause && known.surplus === review.surplus)) {
      return [];
    }
    const number = allReviews.filter(isOwn).length + 1;
    return [{ type: 'review_requested', at: engine.clock.now(), operation: begun.operation, number, ...review }];
  });
}
