import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import { attemptOf } from '../run/find.ts';

/** Hands an attempt to a person, once. */
export async function requestReview(
  engine: Engine,
  loaded: LoadedPayment,
  reference: string,
  reason: string,
): Promise<LoadedPayment> {
  return await engine.log.amend(loaded, ({ state }) => {
    const found = attemptOf(state, reference);
    if (found === undefined || found.operation.reviews.some((review) => review.reference === reference)) return [];
    const operation = found.operation.begun.operation;
    return [{ type: 'review_requested', at: engine.clock.now(), operation, reference, reason }];
  });
}
