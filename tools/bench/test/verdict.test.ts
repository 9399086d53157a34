import { describe, expect, test } from 'vitest';
import { toText } from '../src/report/print.ts';
import type { Results } from '../src/report/results.ts';
import type { Target } from '../src/report/targets.ts';
import { targets } from '../src/report/targets.ts';
import { judge } from '../src/report/verdict.ts';

const nothing: Results = {
  node: '24.21.0',
  date: '2026-11-21T00:00:00.000Z',
  clients: [],
  imports: [],
  plans: [],
  leases: [],
};

function target(bound: Target['bound'], value: number, median?: number): Target {
  const figure = median === undefined ? undefined : { median, low: median, high: median };
  return { what: 'a call', bound, value, unit: 'ms', find: () => figure };
}

describe('a target', () => {
  test('is met up to its bound and missed beyond it, as its bound says', () => {
    const asked = [
      target('at most', 1.4, 1.4),
      target('at most', 1.4, 1.41),
      target('at least', 0.75, 0.75),
      target('at least', 0.75, 0.74),
    ];
    expect(judge(nothing, asked).map(({ verdict }) => verdict)).toEqual(['met', 'missed', 'met', 'missed']);
  });

  test('is neither when the run did not measure it', () => {
    expect(judge(nothing, [target('at most', 1)])).toEqual([
      { what: 'a call', target: 'at most 1 ms', unit: 'ms', verdict: 'not measured' },
    ]);
    expect(judge(nothing, targets).every(({ verdict }) => verdict === 'not measured')).toBe(true);
  });

  test('stands in the table with its bound, its figure and its verdict', () => {
    const text = toText(nothing, judge(nothing, [target('at most', 5, 2.345)]));
    expect(text).toMatch(/a call\s*│ at most 5 ms │ 2\.35 \(2\.35–2\.35\) ms │ met/);
  });
});
