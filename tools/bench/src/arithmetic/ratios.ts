import type { Figure } from './statistics.ts';
import { figureOf } from './statistics.ts';

/**
 * The ratios of what was measured together, round by round, and never of sums: what disturbs the machine in one round
 * disturbs both sides of that round's ratio.
 */
export function ratioOf(measured: readonly number[], baseline: readonly number[]): Figure {
  if (measured.length !== baseline.length) throw new RangeError('not measured in the same rounds');
  return figureOf(measured.map((value, round) => value / (baseline[round] ?? Number.NaN)));
}

/** The same for differences. */
export function differenceOf(measured: readonly number[], baseline: readonly number[]): Figure {
  if (measured.length !== baseline.length) throw new RangeError('not measured in the same rounds');
  return figureOf(measured.map((value, round) => value - (baseline[round] ?? Number.NaN)));
}
