import { ISO_4217 } from './iso-4217.ts';

/** An ISO 4217 alphabetic code of a currency in which people pay, in upper case: `'USD'`, `'JPY'`, `'KWD'`. */
export type CurrencyCode = keyof typeof ISO_4217;

/** All payable ISO 4217 codes, in alphabetical order. */
export const currencyCodes: readonly CurrencyCode[] = Object.keys(ISO_4217) as CurrencyCode[];

/** Whether the value is a payable ISO 4217 code. Lower case is not: a currency is compared letter for letter. */
export function isCurrencyCode(value: unknown): value is CurrencyCode {
  return typeof value === 'string' && Object.hasOwn(ISO_4217, value);
}

/** Digits after the decimal point in ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. A provider may count otherwise. */
export function currencyExponent(currency: CurrencyCode): number {
  return ISO_4217[currency];
}
