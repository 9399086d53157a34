/** The exact decimal string of an integer of units that are `10 ** -exponent` of the whole: (10055n, 2) is "100.55". */
export function formatDecimal(units: bigint, exponent: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const decimalPattern = /^(-?)(0|[1-9]\d{0,24})(?:\.(\d{1,24}))?$/;

/**
 * The integer of units of a decimal string, or `undefined` when the string is not a plain decimal (no exponent, no
 * grouping, no leading zeros or plus sign, at most 25 digits before the point and 24 after it) or does not fit the
 * exponent. Zeros beyond the exponent fit: "1.500" is 150 units of 2 digits. Nothing is ever rounded.
 */
export function parseDecimal(text: string, exponent: number): bigint | undefined {
  const match = decimalPattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (/[^0]/.test(fraction.slice(exponent))) return undefined;
  const units = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  return sign === '-' ? -units : units;
}
