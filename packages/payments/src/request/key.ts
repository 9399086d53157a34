import { z } from 'zod';

const plain = /^[A-Za-z0-9_-]{1,40}$/;

/**
 * The key of an operation as the merchant gave it: its own order number or a UUID, never anything new for a repeat. It
 * becomes a part of the attempts' references, so it is as short and plain as they are.
 */
export const key: z.ZodType<string> = keyThat(
  'must name the operation with 1 to 40 letters, digits, - or _ (no two - in a row): the same for every repeat of it',
);

/** The key of a payment that exists: of the operation that began it. */
export const paymentKey: z.ZodType<string> = keyThat('must be the key under which the payment was begun');

export const captureKey: z.ZodType<string> = keyThat('must be the key of the capture to refund');

function keyThat(message: string): z.ZodType<string> {
  return z.string(message).refine((value) => plain.test(value) && !value.includes('--'), message);
}

/** The reference of an attempt, made of its operation and its number, and of nothing else. */
export function referenceOf(operation: string, attempt: number): string {
  return `${operation}-${attempt}`;
}

/** The key of the n-th reversal of an operation; no merchant's key looks like it. */
export function reversalKey(operation: string, number: number): string {
  return `${operation}--reversal-${number}`;
}
