import type { Figure } from '../arithmetic/statistics.ts';
import type { Results } from './results.ts';
import type { Target } from './targets.ts';

/** How a run stands to a target. */
export interface Verdict {
  readonly what: string;
  /** `at most 1.4`. */
  readonly target: string;
  readonly unit: Target['unit'];
  readonly measured?: Figure;
  readonly verdict: 'met' | 'missed' | 'not measured';
}

/** The median decides. */
export function judge(results: Results, targets: readonly Target[]): readonly Verdict[] {
  return targets.map((each) => {
    const { what, bound, value, unit } = each;
    const measured = each.find(results);
    const target = `${bound} ${value}${unit === '' ? '' : ` ${unit}`}`;
    if (measured === undefined) return { what, target, unit, verdict: 'not measured' };
    const isMet = bound === 'at most' ? measured.median <= value : measured.median >= value;
    return { what, target, unit, measured, verdict: isMet ? 'met' : 'missed' };
  });
}
