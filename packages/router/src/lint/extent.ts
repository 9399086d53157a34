import { currencyCodes } from '@ducat/core';
import type { Range } from '../compile/ranges.ts';

/** Some of the values of a respect, or all but some. */
interface ValueExtent {
  readonly kind: 'values';
  readonly allBut: boolean;
  readonly values: ReadonlySet<string>;
}

/** Stretches of a line, in ascending order, from the first on and below the second. */
interface RangeExtent {
  readonly kind: 'ranges';
  readonly ranges: readonly (readonly [from: bigint, below: bigint])[];
}

/** What of one respect a rule matches. */
export type Extent = ValueExtent | RangeExtent;

/** Stands for a request that says nothing in a respect. */
const absent = '\0';
const unlimited = 2n ** 256n;

/** The respects whose values are all known. */
const closed: Readonly<Record<string, readonly string[]>> = {
  operation: ['charge', 'authorize', 'tokenize', 'payout'],
  source: ['card', 'token', 'hosted'],
  usage: ['recurring', 'oneclick', 'credit', absent],
  initiator: ['customer', 'merchant', absent],
  currency: currencyCodes,
};

export function valuesExtent(values: readonly string[]): Extent {
  return { kind: 'values', allBut: false, values: new Set(values) };
}

export function rangesExtent(ranges: readonly Range[]): Extent {
  const sorted = ranges
    .map(({ from, below }) => [from ?? -unlimited, below ?? unlimited] as const)
    .filter(([from, below]) => from < below)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const merged: (readonly [bigint, bigint])[] = [];
  for (const [from, below] of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last[1] < from) merged.push([from, below]);
    else merged[merged.length - 1] = [last[0], below > last[1] ? below : last[1]];
  }
  return { kind: 'ranges', ranges: merged };
}

/** Everything in a respect; a card that is not known is below all BINs. */
export function wholeExtent(dimension: string): Extent {
  if (dimension === 'bin') return { kind: 'ranges', ranges: [[-1n, 1_000_000n]] };
  if (dimension === 'amount') return { kind: 'ranges', ranges: [[-unlimited, unlimited]] };
  return { kind: 'values', allBut: true, values: new Set() };
}

/** What is in both. */
export function meet(left: Extent, right: Extent): Extent {
  if (left.kind === 'values' && right.kind === 'values') return meetValues(left, right);
  const ranges = rangesOf(left).flatMap(([from, below]) =>
    rangesOf(right).map(([other, limit]) => ({
      from: from > other ? from : other,
      below: below < limit ? below : limit,
    })),
  );
  return rangesExtent(ranges);
}

/** What is in the first and not in the second. */
export function without(left: Extent, right: Extent): Extent {
  if (right.kind === 'values') return meet(left, { ...right, allBut: !right.allBut });
  const gaps: Range[] = [];
  let from: bigint | undefined;
  for (const [start, end] of right.ranges) {
    gaps.push({ from, below: start });
    from = end;
  }
  return meet(left, rangesExtent([...gaps, { from, below: undefined }]));
}

export function isNothing(extent: Extent, dimension: string): boolean {
  if (extent.kind === 'ranges') return extent.ranges.length === 0;
  if (!extent.allBut) return extent.values.size === 0;
  return closed[dimension]?.every((value) => extent.values.has(value)) ?? false;
}

function meetValues(left: ValueExtent, right: ValueExtent): ValueExtent {
  if (left.allBut && right.allBut) {
    return { kind: 'values', allBut: true, values: new Set([...left.values, ...right.values]) };
  }
  const [named, other] = left.allBut ? [right, left] : [left, right];
  const values = [...named.values].filter((value) => other.values.has(value) !== other.allBut);
  return { kind: 'values', allBut: false, values: new Set(values) };
}

function rangesOf(extent: Extent): RangeExtent['ranges'] {
  return extent.kind === 'ranges' ? extent.ranges : [];
}
