import type { Engine } from '../engine.ts';
import type { Review } from './review.ts';
import { reviewsOf } from './review.ts';

/** Which reviews are listed. */
export interface ReviewPage {
  /** The payment of the last review of the page before. */
  readonly after?: string;
  /** So many payments at most, each of which may have several reviews. Default: 100; 1,000 at most. */
  readonly limit?: number;
}

/** What a person has to decide, in the order in which the payments were begun. */
export async function listReviews({ journal, log }: Engine, { after, limit = 100 }: ReviewPage): Promise<Review[]> {
  const payments = await journal.reviews({ ...(after === undefined ? {} : { after }), limit });
  const loaded = await Promise.all(payments.map((payment) => log.load(payment)));
  return loaded.flatMap(({ payment, state }) => reviewsOf(payment, state));
}
