import type { Order } from '../arguments.ts';
import type { Findings } from '../whole-run.ts';
import { objections } from '../whole-run.ts';
import { nameOfCase, replayOf } from './case-name.ts';
import { rowsOf, sum } from './tally.ts';

/** What was found, for machines. */
export function summaryOf(findings: Findings, order: Order): object {
  const { matrix, races, controls } = findings;
  const rows = rowsOf(matrix);
  const kills = sum(rows.map((row) => row.kills));
  return {
    seed: order.density.seed,
    kills,
    points: sum(rows.map(({ points }) => points)),
    missed: sum(rows.map(({ missed }) => missed)),
    seconds: Math.round(matrix.seconds * 10) / 10,
    killsPerSecond: matrix.seconds === 0 ? 0 : Math.round((kills / matrix.seconds) * 10) / 10,
    rows: rows.map((row) => ({ ...row, outcomes: Object.fromEntries(row.outcomes) })),
    violations: matrix.results
      .filter(({ violations }) => violations.length > 0)
      .map(({ order: each, violations }) => ({ case: nameOfCase(each), violations, replay: replayOf(each) })),
    failed: matrix.failed.map(({ order: each, error }) => ({ case: nameOfCase(each), error, replay: replayOf(each) })),
    races: races.map(({ race, provider, calls, answers, bank, violations }) => {
      return { race, provider, calls, answers: Object.fromEntries(answers), bank, violations };
    }),
    controls,
    objections: objections(findings, order),
  };
}
