import type { CurrencyCode } from '@ducat/core';
import { DucatError, Money, currencyExponent, invalidRequest, isCurrencyCode } from '@ducat/core';

/**
 * Currencies whose minor-unit digits PayCross's platform counts differently in its own two published tables (the PHP
 * client's and the iOS SDK's). A wrong guess is a hundredfold mischarge, so they need the merchant's confirmation.
 */
export const disputedCurrencies: readonly CurrencyCode[] = [
  'CVE',
  'HUF',
  'IDR',
  'IQD',
  'IRR',
  'KPW',
  'LAK',
  'LBP',
  'MGA',
  'MMK',
  'MOP',
  'MRU',
  'UGX',
];

/** Digits by currency, as the merchant confirmed them with the provider. */
export type CurrencyExponents = Readonly<Partial<Record<CurrencyCode, number>>>;

/** Amount and currency as PayCross takes them: an integer of minor units. */
interface WireAmount {
  readonly amount: bigint;
  readonly currency: CurrencyCode;
}

export interface MoneyTranslation {
  /** @throws DucatError `unsupported` for a disputed currency, `invalid_request` when the amount does not fit. */
  toWire(money: Money): WireAmount;
  /** `undefined` when the provider did not say. @throws DucatError `unexpected_response` when it cannot be an amount. */
  fromWire(amount: number | null | undefined, currency: string | null | undefined): Money | undefined;
}

// Answers carry JSON numbers, which are exact up to here.
const largest = BigInt(Number.MAX_SAFE_INTEGER);

export function moneyTranslation(confirmed: CurrencyExponents): MoneyTranslation {
  const exponentOf = (currency: CurrencyCode): number => confirmed[currency] ?? currencyExponent(currency);
  return {
    toWire(money) {
      const { minorUnits, currency } = money;
      if (disputedCurrencies.includes(currency) && confirmed[currency] === undefined) {
        const message = `amount.currency: PayCross's published tables disagree about the minor units of ${currency}; ask the provider and set the option currencyExponents.${currency}`;
        throw new DucatError({
          code: 'unsupported',
          message,
          effect: 'none',
          issues: [{ path: 'amount.currency', message }],
        });
      }
      const amount = rescale(minorUnits, currencyExponent(currency), exponentOf(currency));
      if (amount === undefined) {
        throw invalidRequest(
          'amount',
          `PayCross has only ${exponentOf(currency)} digits after the point in ${currency}`,
        );
      }
      if (amount > largest) {
        throw invalidRequest('amount', `must be at most ${largest} minor units: the answer could not be read exactly`);
      }
      return { amount, currency };
    },
    fromWire(amount, currency) {
      if (amount === null || amount === undefined || currency === null || currency === undefined) return undefined;
      if (!Number.isSafeInteger(amount) || amount < 0 || !isCurrencyCode(currency)) throw unreadable();
      const minorUnits = rescale(BigInt(amount), exponentOf(currency), currencyExponent(currency));
      if (minorUnits === undefined) throw unreadable();
      return Money.of(minorUnits, currency);
    },
  };
}

function unreadable(): DucatError {
  const message = 'the response has an amount or currency that cannot be one';
  return new DucatError({ code: 'unexpected_response', message, effect: 'possible' });
}

function rescale(units: bigint, from: number, to: number): bigint | undefined {
  if (to === from) return units;
  if (to > from) return units * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  return units % divisor === 0n ? units / divisor : undefined;
}
