import type { Criteria } from '../compile/criteria.ts';
import type { Extent } from './extent.ts';
import { isNothing, meet, rangesExtent, valuesExtent, wholeExtent, without } from './extent.ts';

/** The requests that a rule matches, as one extent per respect; a respect that is absent is met by all of them. */
export type Region = ReadonlyMap<string, Extent>;

/** The regions of a rule: one, or one for each currency that its amounts are in. */
export function regionsOf({ values, bins, amounts }: Criteria): Region[] {
  const region = new Map<string, Extent>(
    [...values].map(([dimension, accepted]) => [dimension, valuesExtent(accepted)]),
  );
  if (bins.length > 0) {
    const ranges = bins.map(({ from, to }) => ({ from: BigInt(from), below: BigInt(to) + 1n }));
    region.set('bin', rangesExtent(ranges));
  }
  if (amounts.length === 0) return [region];
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  return currencies
    .filter((currency) => values.get('currency')?.includes(currency) !== false)
    .map((currency) => {
      const ranges = amounts.filter((bounds) => bounds.currency === currency);
      return new Map([...region, ['currency', valuesExtent([currency])], ['amount', rangesExtent(ranges)]]);
    });
}

/** Whether some request could be in both. */
export function overlaps(left: Region, right: Region): boolean {
  for (const [dimension, extent] of left) {
    const other = right.get(dimension);
    if (other !== undefined && isNothing(meet(extent, other), dimension)) return false;
  }
  return true;
}

/** What is left of a region when another is taken out of it. */
export function subtract(region: Region, other: Region): Region[] {
  if (!overlaps(region, other)) return [region];
  const pieces: Region[] = [];
  let rest = region;
  for (const [dimension, extent] of other) {
    const whole = rest.get(dimension) ?? wholeExtent(dimension);
    const outside = without(whole, extent);
    if (!isNothing(outside, dimension)) pieces.push(new Map(rest).set(dimension, outside));
    rest = new Map(rest).set(dimension, meet(whole, extent));
  }
  return pieces;
}
