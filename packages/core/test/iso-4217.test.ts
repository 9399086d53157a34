import currencyCodesPackage from 'currency-codes';
import { describe, expect, test } from 'vitest';
import { currencyCodes, currencyExponent, isCurrencyCode } from '../src/index.ts';
import { onlyInCurrencyCodes, onlyInIntl, onlyInOurs, shownShorterByIntl } from './iso-4217-deviations.ts';

const intlCodes = Intl.supportedValuesOf('currency');
const packageCodes = currencyCodesPackage.codes();

function intlDigits(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}

function difference(left: readonly string[], right: readonly string[]): string[] {
  return left.filter((code) => !right.includes(code));
}

describe('the ISO 4217 table', () => {
  test('lists codes in order, each once, in the form of ISO', () => {
    expect(currencyCodes).toEqual([...new Set(currencyCodes)].sort());
    expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(new Set(currencyCodes.map(currencyExponent))).toEqual(new Set([0, 2, 3]));
  });

  test('has what Intl has, but for the known deviations', () => {
    expect(difference(intlCodes, currencyCodes)).toEqual(Object.keys(onlyInIntl));
    expect(difference(currencyCodes, intlCodes)).toEqual(onlyInOurs.missingInIntl);
  });

  test('has what currency-codes has, but for the known deviations', () => {
    expect(difference(packageCodes, currencyCodes)).toEqual(Object.keys(onlyInCurrencyCodes));
    expect(difference(currencyCodes, packageCodes)).toEqual(onlyInOurs.missingInCurrencyCodes);
  });

  test('gives every currency the digits that currency-codes gives it, without exception', () => {
    const shared = currencyCodes.filter((code) => packageCodes.includes(code));
    const theirs = shared.map((code) => [code, currencyCodesPackage.code(code)?.digits]);
    expect(shared.map((code) => [code, currencyExponent(code)])).toEqual(theirs);
  });

  test('gives every currency the digits that Intl gives it, but for those that Intl shows shorter than ISO', () => {
    const shared = currencyCodes.filter((code) => intlCodes.includes(code));
    const differing = shared.filter((code) => intlDigits(code) !== currencyExponent(code));
    expect(Object.fromEntries(differing.map((code) => [code, [currencyExponent(code), intlDigits(code)]]))).toEqual(
      shownShorterByIntl,
    );
  });

  test.each(['XAU', 'XAG', 'XPT', 'XPD', 'XBA', 'XBB', 'XBC', 'XBD', 'XDR', 'XSU', 'XUA', 'XTS', 'XXX'])(
    'does not take %s for money that a card pays in',
    (code) => {
      expect(isCurrencyCode(code)).toBe(false);
    },
  );

  test.each([['usd'], [''], [undefined], [null], [840], ['__proto__'], ['hasOwnProperty'], [['USD']]])(
    'does not take %o for a code',
    (value) => {
      expect(isCurrencyCode(value)).toBe(false);
    },
  );
});
