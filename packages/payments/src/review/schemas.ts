import { amount, providerReference, text } from '@ducat/validation/schemas';
import { z } from 'zod';
import { paymentKey } from '../request/key.ts';

const review = 'must be the id of a review, for example order-1-1/1';

const decided = z.strictObject({
  review: z.string(review).regex(/^[A-Za-z0-9_-]{1,64}\/[1-9]\d{0,5}$/, review),
  by: text(100),
  note: text(1000),
});

const shownReference = providerReference('must be the id that the provider shows');

export const reviewDecision: z.ZodType = z.discriminatedUnion(
  'decision',
  [
    decided.extend({ decision: z.literal('approved'), providerReference: shownReference, amount }),
    decided.extend({ decision: z.literal(['nothing_taken', 'handled', 'again']) }),
  ],
  'must be an object with decision: approved, nothing_taken, handled or again',
);

const limit = 'must be a whole number from 1 to 1000';

export const reviewPage: z.ZodType = z.strictObject({
  after: paymentKey.optional(),
  limit: z.int(limit).min(1, limit).max(1000, limit).optional(),
});
