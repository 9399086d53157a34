import type { OutboxMessage } from '@ducat/core';
import { Money, isCurrencyCode } from '@ducat/core';
import type { PaymentsEvent } from './event.ts';

/** The event that a message is about. What was written was an event, so its shape is trusted. */
export function readMessage({ sequence, type, at, data }: OutboxMessage): PaymentsEvent {
  const content = JSON.parse(data) as Record<string, unknown>;
  const { requested, amount, reviews } = content;
  return {
    id: String(sequence),
    type,
    at,
    ...content,
    requested: readMoney(requested),
    ...(amount === undefined ? {} : { amount: readMoney(amount) }),
    ...(reviews === undefined ? {} : { reviews: (reviews as readonly object[]).map(readReview) }),
  } as unknown as PaymentsEvent;
}

function readReview(review: object): object {
  return { ...review, requested: readMoney('requested' in review ? review.requested : undefined) };
}

function readMoney(written: unknown): Money | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  const { minorUnits, currency } = written as { readonly minorUnits: string; readonly currency: string };
  return isCurrencyCode(currency) ? Money.of(BigInt(minorUnits), currency) : undefined;
}
