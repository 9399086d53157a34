import type { Payments, Review } from '@ducat/payments';

const page = 100;

/** Every review that waits, in the order in which the payments were begun. */
export async function everyReview(payments: Payments): Promise<Review[]> {
  const all: Review[] = [];
  for (let after: string | undefined; ; after = all.at(-1)?.payment) {
    const reviews = await payments.reviews({ limit: page, ...(after === undefined ? {} : { after }) });
    if (reviews.length === 0) return all;
    all.push(...reviews);
  }
}
