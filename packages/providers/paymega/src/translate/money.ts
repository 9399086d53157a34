import { DecimalNumber } from '@ducat/adapter-kit';
import { DucatError, Money, currencyExponent, invalidRequest, isCurrencyCode, parseDecimal } from '@ducat/core';
import type { WireAmount } from '../wire/invoice.ts';

const mostExactDigits = 15;

/**
 * Major units without needless zeros: 17, 100.55. Paymega "Two-step payments" shows both forms.
 * @throws DucatError `invalid_request`: the platform counts in floating point and would round what is longer.
 */
export function toDecimalText(money: Money): string {
  const decimal = money.toDecimal();
  const text = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  if (text.replace(/\D/g, '').length <= mostExactDigits) return text;
  throw invalidRequest('amount', `must have at most ${mostExactDigits} digits: Paymega would round it`);
}

/** The amount of an invoice: a JSON number with exactly these digits. */
export function toWireNumber(money: Money): DecimalNumber {
  return new DecimalNumber(toDecimalText(money));
}

/**
 * @throws DucatError `unexpected_response` when it cannot be an amount of the currency. A JSON number is exact up to 15
 * digits; a longer one may have been changed by parsing and is refused.
 */
export function fromWire(amount: WireAmount, currency: string): Money {
  const text = String(amount);
  const isExact = typeof amount === 'string' || text.replace(/\D/g, '').length <= mostExactDigits;
  if (isCurrencyCode(currency) && isExact) {
    const minorUnits = parseDecimal(text, currencyExponent(currency));
    if (minorUnits !== undefined && minorUnits >= 0n) return Money.of(minorUnits, currency);
  }
  const message = 'the response has an amount or currency that cannot be one';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'possible' });
}
