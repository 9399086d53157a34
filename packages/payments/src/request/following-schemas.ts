import { isAttemptReference } from '@ducat/core';
import { amount, challengeAnswer, text } from '@ducat/validation/schemas';
import { z } from 'zod';
import { captureKey, key, paymentKey } from './key.ts';

/* What is asked of payments that exist, and how operations are named. */

export const capture: z.ZodObject = z.strictObject({ payment: paymentKey, amount });

export const refund: z.ZodObject = z.strictObject({
  payment: paymentKey,
  amount,
  reason: text(255),
  capture: captureKey.optional(),
});

const signal = z.custom<AbortSignal>((value) => value instanceof AbortSignal, 'must be an AbortSignal');

export const operationOptions: z.ZodObject = z.strictObject({ key, signal: signal.optional() });

const continuation = 'must be the string that came with action_required';

export const resume: z.ZodObject = z.strictObject({
  continuation: z.string(continuation).refine(isAttemptReference, continuation),
  answer: challengeAnswer.optional(),
});

const header = z.union(
  [z.string(), z.array(z.string()).readonly(), z.undefined()],
  'must be a string, or an array of strings',
);

export const webhook: z.ZodObject = z.strictObject({
  headers: z.record(z.string(), header, 'must be an object of the headers as received, not an instance of Headers'),
  body: z.custom(
    (value) => value instanceof Uint8Array,
    'must be the bytes as received, before any parsing or decoding: the signature is over them',
  ),
});
