import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../src/index.ts';
import { Money } from '../src/index.ts';
import { refusalOf } from './refusal.ts';

describe('reading an amount', () => {
  test.each([
    ['10.50', 'USD', 1050n],
    ['10.5', 'USD', 1050n],
    ['1.500', 'USD', 150n],
    ['10', 'USD', 1000n],
    ['-3', 'USD', -300n],
    ['-0.01', 'USD', -1n],
    ['500', 'JPY', 500n],
    ['500.00', 'JPY', 500n],
    ['0.125', 'KWD', 125n],
    ['0.001', 'KWD', 1n],
    ['0', 'USD', 0n],
    ['-0', 'USD', 0n],
    ['9007199254740993.01', 'USD', 900719925474099301n],
  ] as const)('%s %s is %s minor units', (amount, currency, units) => {
    expect(Money.parse(amount, currency).minorUnits).toBe(units);
  });

  test.each([
    ['', 'nothing'],
    [' 10', 'a leading space'],
    ['10\n', 'a trailing newline'],
    ['+10', 'a plus sign'],
    ['--10', 'two signs'],
    ['.5', 'no digit before the point'],
    ['5.', 'no digit after the point'],
    ['010', 'a leading zero'],
    ['1e3', 'exponent notation'],
    ['1E-2', 'exponent notation in upper case'],
    ['1,000', 'grouping by comma'],
    ['1 000', 'grouping by space'],
    ["1'000", 'grouping by apostrophe'],
    ['1_000', 'grouping by underscore'],
    ['10,50', 'a decimal comma'],
    ['0x10', 'hexadecimal'],
    ['10n', 'a bigint literal'],
    ['NaN', 'not a number'],
    ['Infinity', 'infinity'],
    ['١٠', 'digits of another script'],
    ['10.505', 'a digit that the currency does not have'],
    [`1${'0'.repeat(25)}`, 'more than 25 digits before the point'],
    [`1.${'0'.repeat(25)}`, 'more than 24 digits after the point'],
  ])('%j is refused: %s', (amount) => {
    expect(refusalOf(() => Money.parse(amount, 'USD'))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
      issues: [{ path: 'amount' }],
    });
  });

  test('no text is read in a way that Number reads otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.float().map(String)), (text) => {
        let read: Money;
        try {
          read = Money.parse(text, 'KWD');
        } catch {
          return;
        }
        expect(Number(read.toDecimal())).toBe(Number(text) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([[10.5], [10], [10n], [null], [undefined], [['10']], [{ toString: () => '10' }]])(
    '%o is refused because it is not a string',
    (amount) => {
      expect(refusalOf(() => Money.parse(amount as string, 'USD')).issues[0]?.path).toBe('amount');
    },
  );

  test.each([[10], [10.5], ['10'], [null], [undefined], [Number.NaN]])(
    '%o is refused as minor units because it is not a bigint',
    (units) => {
      expect(refusalOf(() => Money.of(units as unknown as bigint, 'USD')).issues[0]?.path).toBe('minorUnits');
    },
  );

  test.each([
    'usd',
    'Usd',
    'USD ',
    '',
    'US',
    'XAU',
    'XTS',
    'XXX',
    'ANG',
    'BGN',
    '__proto__',
    'constructor',
    'toString',
  ])('%j is refused as a currency', (currency) => {
    const refused = [
      () => Money.of(1n, currency as CurrencyCode),
      () => Money.parse('1', currency as CurrencyCode),
    ].map((act) => refusalOf(act).issues[0]?.path);
    expect(refused).toEqual(['currency', 'currency']);
  });
});
