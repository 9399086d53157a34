import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../src/index.ts';
import { currencyCodes, currencyExponent, Money } from '../src/index.ts';
import { refusalOf } from './refusal.ts';

const anyCurrency = fc.constantFrom(...currencyCodes);

/** So many minor units can be read in every currency: one without digits after the point has 25 before it. */
const largest = 10n ** 25n - 1n;
const anyAmount = fc.bigInt({ min: -largest, max: largest });

describe.each(currencyCodes)('an amount of %s', (currency) => {
  const exponent = currencyExponent(currency);

  test('survives the way to a decimal and back, whatever its size', () => {
    fc.assert(
      fc.property(anyAmount, (units) => {
        const decimal = Money.of(units, currency).toDecimal();
        expect(Money.parse(decimal, currency).minorUnits).toBe(units);
      }),
    );
  });

  test('is written with exactly the digits that the currency has', () => {
    fc.assert(
      fc.property(anyAmount, (units) => {
        const [whole = '', fraction = ''] = Money.of(units, currency).toDecimal().split('.');
        expect(whole).toMatch(/^-?(0|[1-9]\d*)$/);
        expect(fraction).toHaveLength(exponent);
      }),
    );
  });

  test('means the same whichever number of trailing zeros it is written with', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 1, max: 15 }), (units, zeros) => {
        const decimal = Money.of(units, currency).toDecimal();
        const longer = (exponent === 0 ? `${decimal}.` : decimal) + '0'.repeat(zeros);
        expect(Money.parse(longer, currency).minorUnits).toBe(units);
      }),
    );
  });

  test('is refused, not rounded, when it has a digit that the currency does not have', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (units, zeros, digit) => {
        const decimal = Money.of(units, currency).toDecimal();
        const finer = `${exponent === 0 ? `${decimal}.` : decimal}${'0'.repeat(zeros)}${digit}`;
        expect(refusalOf(() => Money.parse(finer, currency)).issues[0]?.path).toBe('amount');
      }),
    );
  });
});

describe('arithmetic', () => {
  const sameCurrencyPair = fc.tuple(anyCurrency, fc.bigInt(), fc.bigInt());

  test('adding and taking away are exact and undo each other', () => {
    fc.assert(
      fc.property(sameCurrencyPair, ([currency, left, right]) => {
        const sum = Money.of(left, currency).plus(Money.of(right, currency));
        expect(sum).toMatchObject({ minorUnits: left + right, currency });
        expect(sum.minus(Money.of(right, currency)).equals(Money.of(left, currency))).toBe(true);
      }),
    );
  });

  test('comparing agrees with comparing the integers', () => {
    fc.assert(
      fc.property(sameCurrencyPair, ([currency, left, right]) => {
        const order = Money.of(left, currency).compare(Money.of(right, currency));
        expect(order).toBe(left < right ? -1 : left > right ? 1 : 0);
        expect(Money.of(left, currency).equals(Money.of(right, currency))).toBe(left === right);
      }),
    );
  });

  test('two currencies are never combined, and never equal', () => {
    const [dollars, euros] = [Money.of(1n, 'USD'), Money.of(1n, 'EUR')];
    for (const act of [() => dollars.plus(euros), () => dollars.minus(euros), () => dollars.compare(euros)]) {
      expect(refusalOf(act)).toMatchObject({ code: 'invalid_request', issues: [{ path: 'currency' }] });
    }
    expect(dollars.equals(euros)).toBe(false);
  });

  test('an amount cannot be changed', () => {
    const money = Money.of(1n, 'USD') as { minorUnits: bigint };
    expect(() => {
      money.minorUnits = 2n;
    }).toThrow(TypeError);
    expect(money.minorUnits).toBe(1n);
  });
});

describe('writing an amount', () => {
  test('the JSON form carries the integer as a string and brings it back exactly', () => {
    fc.assert(
      fc.property(anyCurrency, fc.bigInt(), (currency, units) => {
        const money = Money.of(units, currency);
        const stored = JSON.parse(JSON.stringify(money)) as { minorUnits: string; currency: CurrencyCode };
        expect(stored).toEqual({ minorUnits: units.toString(), currency });
        expect(Money.of(BigInt(stored.minorUnits), stored.currency).equals(money)).toBe(true);
      }),
    );
  });

  test.each([
    [1050n, 'USD', '10.50 USD'],
    [-5n, 'USD', '-0.05 USD'],
    [500n, 'JPY', '500 JPY'],
    [125n, 'KWD', '0.125 KWD'],
    [0n, 'BHD', '0.000 BHD'],
  ] as const)('%s minor units of %s print as %s', (units, currency, text) => {
    expect(`${Money.of(units, currency).toString()}`).toBe(text);
  });
});
