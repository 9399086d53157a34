import { ExactNumber } from '@ducat/simulator';

import { exponentOf } from './currencies.ts';

const decimalSyntax = /^(\d+)(?:\.(\d+))?$/;

export type AmountFault = 'not_a_decimal' | 'not_positive' | 'too_precise';

/** Major units as the platform writes them, into minor units; digits are moved, never computed. */
export function toMinorUnits(decimal: string, currency: string): bigint | AmountFault {
  const match = decimalSyntax.exec(decimal);
  if (match === null) return decimal.startsWith('-') ? 'not_positive' : 'not_a_decimal';
  const exponent = exponentOf(currency);
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > exponent) return 'too_precise';
  const minor = BigInt(`${match[1] ?? '0'}${fraction.padEnd(exponent, '0')}`);
  return minor > 0n ? minor : 'not_positive';
}

/** The samples write 100 and 100.55: no trailing zeros. */
export function toMajorUnits(minor: bigint, currency: string): ExactNumber {
  const exponent = exponentOf(currency);
  if (exponent === 0) return new ExactNumber(minor.toString());
  const digits = minor.toString().padStart(exponent + 1, '0');
  const fraction = digits.slice(-exponent).replace(/0+$/, '');
  const whole = digits.slice(0, -exponent);
  return new ExactNumber(fraction === '' ? whole : `${whole}.${fraction}`);
}

export function shownAmount(amount: bigint | undefined, currency: string): ExactNumber | null {
  return amount === undefined ? null : toMajorUnits(amount, currency);
}
