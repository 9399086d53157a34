import type { CaseResult } from '../lane/kill-case.ts';
import type { Matrix } from '../matrix/run.ts';
import { allCells } from '../matrix/run.ts';

/** What came of the kills of one scenario at one provider. */
export interface Row {
  readonly scenario: string;
  readonly provider: string;
  /** Different points at which somebody was killed. */
  readonly points: number;
  readonly kills: number;
  /** Points that were planned and not met: what a process does on its own account is not always the same. */
  readonly missed: number;
  /** How often it ended how, the most frequent first. */
  readonly outcomes: readonly (readonly [outcome: string, times: number])[];
  readonly violations: number;
}

export function rowsOf({ results }: Matrix): readonly Row[] {
  return allCells.flatMap(({ scenario, provider }) => {
    const own = results.filter(({ order }) => order.scenario === scenario && order.provider === provider);
    return own.length === 0 ? [] : [rowOf(scenario, provider, own)];
  });
}

function rowOf(scenario: string, provider: string, results: readonly CaseResult[]): Row {
  const killed = results.filter(({ kills }) => kills > 0);
  const outcomes = Map.groupBy(killed.length > 0 ? killed : results, ({ outcome }) =>
    outcome === '' ? 'never begun' : outcome,
  );
  return {
    scenario,
    provider,
    points: new Set(killed.map(({ order }) => JSON.stringify(order.kills))).size,
    kills: sum(results.map(({ kills }) => kills)),
    missed: sum(results.map(({ kills, order }) => order.kills.length - kills)),
    outcomes: [...outcomes]
      .map(([outcome, all]) => [outcome, all.length] as const)
      .toSorted(([, one], [, other]) => other - one),
    violations: sum(results.map(({ violations }) => violations.length)),
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
