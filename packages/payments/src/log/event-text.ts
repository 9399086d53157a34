import type { JournalEvent } from '@ducat/core';
import { Money, isCurrencyCode } from '@ducat/core';
import type { PaymentEvent } from '../model/event.ts';

/** The event as the journal keeps it. Money and masks write themselves: nothing here can reveal a secret. */
export function writeEvent(event: PaymentEvent): JournalEvent {
  const { type, at } = event;
  // What is undefined is not written, and what stands beside the text need not stand in it.
  return { type, at, data: JSON.stringify({ ...event, type: undefined, at: undefined }) };
}

/** The event again. The journal is the engine's own, so its shape is trusted. */
export function readEvent({ type, at, data }: JournalEvent): PaymentEvent {
  const read = JSON.parse(data) as Holder & { finding?: Holder };
  readAmount(read);
  if (read.finding !== undefined) readAmount(read.finding);
  return { type, at, ...read } as unknown as PaymentEvent;
}

interface Holder {
  amount?: unknown;
}

// Only where the engine puts money: a merchant's own data may look like it.
function readAmount(holder: Holder): void {
  const { amount } = holder;
  if (typeof amount !== 'object' || amount === null || !('minorUnits' in amount) || !('currency' in amount)) return;
  const { minorUnits, currency } = amount;
  if (typeof minorUnits !== 'string' || !isCurrencyCode(currency)) return;
  holder.amount = Money.of(BigInt(minorUnits), currency);
}
