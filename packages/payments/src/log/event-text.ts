import type { JournalEvent } from '@ducat/core';
import { Money, isCurrencyCode } from '@ducat/core';
import type { PaymentEvent } from '../model/event.ts';

/** The event as the journal keeps it. Money and masks write themselves: nothing here can reveal a secret. */
export function writeEvent({ type, at, ...data }: PaymentEvent): JournalEvent {
  return { type, at, data: JSON.stringify(data) };
}

/** The event again. The journal is the engine's own, so its shape is trusted. */
export function readEvent({ type, at, data }: JournalEvent): PaymentEvent {
  return { type, at, ...(JSON.parse(data, reviveMoney) as object) } as PaymentEvent;
}

function reviveMoney(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('minorUnits' in value) || !('currency' in value)) return value;
  const { minorUnits, currency } = value;
  if (typeof minorUnits !== 'string' || typeof currency !== 'string' || !isCurrencyCode(currency)) return value;
  return Money.of(BigInt(minorUnits), currency);
}
