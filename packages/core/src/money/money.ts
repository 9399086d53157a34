import { invalidRequest } from '../errors/invalid-request.ts';
import type { CurrencyCode } from './currency.ts';
import { currencyExponent, isCurrencyCode } from './currency.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';

/**
 * An exact amount of one currency: an integer of minor units (cents, yen, fils) and an ISO 4217 code.
 *
 * There is no way in from a floating-point number and no operation that rounds. Immutable. The JSON form is
 * `{ "minorUnits": "1050", "currency": "USD" }`, with the integer as a string because JSON numbers are not exact.
 *
 * @example
 * Money.parse('10.50', 'USD').minorUnits; // 1050n
 * Money.of(1050n, 'USD').toDecimal(); // '10.50'
 * Money.parse('10.505', 'USD'); // throws DucatError invalid_request: does not fit the currency
 */
export class Money {
  /** The amount in minor units of the currency, by the exponent of ISO 4217. */
  readonly minorUnits: bigint;
  readonly currency: CurrencyCode;

  private constructor(minorUnits: bigint, currency: CurrencyCode) {
    this.minorUnits = minorUnits;
    this.currency = currency;
    Object.freeze(this);
  }

  /**
   * An amount from an integer of minor units.
   * @throws DucatError `invalid_request`, path `minorUnits` or `currency`; no money may have moved.
   */
  static of(minorUnits: bigint, currency: CurrencyCode): Money {
    if (typeof minorUnits !== 'bigint') {
      throw invalidRequest('minorUnits', 'must be a bigint of minor units, for example 1050n for 10.50 USD');
    }
    return new Money(minorUnits, knownCurrency(currency));
  }

  /**
   * An amount from an exact decimal string of major units: `'10.50'`, `'-3'`, `'0.001'`.
   * @throws DucatError `invalid_request`, path `amount` or `currency`, when the text is not a plain decimal or has
   * digits that the currency does not have; no money may have moved.
   */
  static parse(amount: string, currency: CurrencyCode): Money {
    const exponent = currencyExponent(knownCurrency(currency));
    const minorUnits = typeof amount === 'string' ? parseDecimal(amount, exponent) : undefined;
    if (minorUnits === undefined) {
      throw invalidRequest(
        'amount',
        `must be a decimal string with at most ${exponent} digits after the point in ${currency}`,
      );
    }
    return new Money(minorUnits, currency);
  }

  /** The exact decimal of major units with all digits of the currency: `'10.50'`, `'500'` (JPY), `'0.125'` (KWD). */
  toDecimal(): string {
    return formatDecimal(this.minorUnits, currencyExponent(this.currency));
  }

  /** @throws DucatError `invalid_request` when the currencies differ. */
  plus(other: Money): Money {
    return new Money(this.minorUnits + sameCurrency(this, other).minorUnits, this.currency);
  }

  /** @throws DucatError `invalid_request` when the currencies differ. */
  minus(other: Money): Money {
    return new Money(this.minorUnits - sameCurrency(this, other).minorUnits, this.currency);
  }

  /** Negative, zero or positive as this is less than, equal to or more than the other; refuses another currency. */
  compare(other: Money): number {
    const difference = this.minorUnits - sameCurrency(this, other).minorUnits;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** Same integer and same currency. */
  equals(other: Money): boolean {
    return this.minorUnits === other.minorUnits && this.currency === other.currency;
  }

  /** Throws: `a < b` would compare the printed forms, and 9 USD is not more than 10 USD. Use `compare` and `equals`. */
  valueOf(): never {
    throw invalidRequest('amount', 'amounts are compared with compare() and equals(), not with operators');
  }

  /** `'10.50 USD'` */
  toString(): string {
    return `${this.toDecimal()} ${this.currency}`;
  }

  toJSON(): { minorUnits: string; currency: CurrencyCode } {
    return { minorUnits: this.minorUnits.toString(), currency: this.currency };
  }
}

function knownCurrency(currency: CurrencyCode): CurrencyCode {
  if (!isCurrencyCode(currency)) {
    throw invalidRequest('currency', 'must be an ISO 4217 code of a payable currency in upper case, for example USD');
  }
  return currency;
}

function sameCurrency(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw invalidRequest('currency', `amounts of ${left.currency} and ${right.currency} cannot be combined`);
  }
  return right;
}
