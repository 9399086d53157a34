import type { CurrencyCode } from '@ducat/core';
import { DucatError, Money, isCurrencyCode } from '@ducat/core';
import { unsupported } from './unsupported.ts';

/** API page "Amounts"; the minor units are those of ISO 4217. */
export const currencies: readonly CurrencyCode[] = ['EUR', 'GBP', 'JPY', 'SEK', 'USD'];

/** A string of digits and a code in small letters. @throws DucatError `unsupported` for any other currency. */
export function toWireAmount({ minorUnits, currency }: Money): { amount: string; currency: string } {
  if (!currencies.includes(currency)) throw unsupported('amount.currency', `Tidepay has no ${currency}`);
  return { amount: minorUnits.toString(), currency: currency.toLowerCase() };
}

/** @throws DucatError `unexpected_response` for what cannot be a currency. */
export function fromWireAmount(amount: string, currency: string): Money {
  const code = currency.toUpperCase();
  if (isCurrencyCode(code) && currencies.includes(code)) return Money.of(BigInt(amount), code);
  const message = 'the response has a currency that cannot be one';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'possible' });
}
