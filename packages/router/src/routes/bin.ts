/** BINs by their first six digits, both ends included. */
export interface BinRange {
  readonly from: number;
  readonly to: number;
}

/** `'4'`, `'411111'`, `'2221-2720'`: one to six digits, or two of the same length. */
export const binPattern: RegExp =
  /^(?:\d{1,6}|(\d{6})-(\d{6})|(\d{5})-(\d{5})|(\d{4})-(\d{4})|(\d{3})-(\d{3})|\d\d-\d\d|\d-\d)$/;

/** The range that a pattern stands for. It is empty, `from` beyond `to`, when it is written the wrong way round. */
export function binRangeOf(pattern: string): BinRange {
  const [first = '', last = first] = pattern.split('-');
  return { from: Number(first.padEnd(6, '0')), to: Number(last.padEnd(6, '9')) };
}
