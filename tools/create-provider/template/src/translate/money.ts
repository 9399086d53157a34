import { DucatError, Money, invalidRequest, isCurrencyCode } from '@ducat/core';

// Answers carry JSON numbers, which are exact up to here.
const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** Template "Amounts": an integer of minor units by ISO 4217. */
export function toWireAmount({ minorUnits, currency }: Money): { amount: bigint; currency: string } {
  if (minorUnits <= largest) return { amount: minorUnits, currency };
  throw invalidRequest('amount', `must be at most ${largest} minor units: the answer could not be read exactly`);
}

/** @throws DucatError `unexpected_response` for what cannot be an amount. */
export function fromWireAmount(amount: number, currency: string): Money {
  if (Number.isSafeInteger(amount) && amount >= 0 && isCurrencyCode(currency))
    return Money.of(BigInt(amount), currency);
  const message = 'the response has an amount or currency that cannot be one';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'possible' });
}
