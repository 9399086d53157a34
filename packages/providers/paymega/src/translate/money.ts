import { DecimalNumber } from '@ducat/adapter-kit';
import { DucatError, Money, currencyExponent, isCurrencyCode, parseDecimal } from '@ducat/core';
import type { WireAmount } from '../wire/invoice.ts';

/** Major units without needless zeros: 17, 100.55. Paymega "Two-step payments" shows both forms. */
export function toDecimalText(money: Money): string {
  const decimal = money.toDecimal();
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** The amount of an invoice: a JSON number with exactly these digits. */
export function toWireNumber(money: Money): DecimalNumber {
  return new DecimalNumber(toDecimalText(money));
}

const mostExactDigits = 15;

/**
 * @throws DucatError `unexpected_response` when it cannot be an amount of the currency. A JSON number is exact up to 15
 * digits; a longer one may have been changed by parsing and is refused.
 */
export function fromWire(amount: WireAmount, currency: string): Money {
  const text = String(amount);
  const isExact = typeof amount === 'string' || text.replace(/\D/g, '').length <= mostExactDigits;
  if (isCurrencyCode(currency) && isExact) {
    const minorUnits = parseDecimal(text, currencyExponent(currency));
    if (minorUnits !== undefined) return Money.of(minorUnits, currency);
  }
  const message = 'the response has an amount or currency that cannot be one';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'possible' });
}
