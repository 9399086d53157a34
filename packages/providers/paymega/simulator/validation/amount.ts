import { toMinorUnits } from '../money/amounts.ts';
import type { AmountFault } from '../money/amounts.ts';
import type { ObjectReader } from './object-reader.ts';

const details: Readonly<Record<AmountFault, string>> = {
  not_a_decimal: 'This value should be a decimal number.',
  not_positive: 'This value should be positive.',
  too_precise: 'This value has more decimal places than its currency.',
};

export function readAmount(
  attributes: ObjectReader,
  currency: string | undefined,
  allowText = false,
): bigint | undefined {
  if (!attributes.require('amount')) return undefined;
  const decimal = attributes.decimal('amount', allowText);
  if (decimal === undefined || currency === undefined) return undefined;
  const amount = toMinorUnits(decimal, currency);
  return typeof amount === 'bigint' ? amount : attributes.reject('amount', amount, details[amount]);
}
