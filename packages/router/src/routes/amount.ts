import type { CurrencyCode } from '@ducat/core';
import { DucatError, Money } from '@ducat/core';
import type { ExactAmount } from './conditions.ts';

/** The minor units of a bound, or `undefined` when it does not fit the currency. */
export function minorUnitsOf(amount: ExactAmount, currency: CurrencyCode): bigint | undefined {
  if (typeof amount !== 'string') return BigInt(amount.minorUnits);
  try {
    return Money.parse(amount, currency).minorUnits;
  } catch (error) {
    if (DucatError.is(error)) return undefined;
    throw error;
  }
}
