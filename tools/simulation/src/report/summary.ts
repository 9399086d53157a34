import type { Cell } from '../faults/steps.ts';
import { Coverage } from '../faults/coverage.ts';
import type { InvariantNumber, Violation } from '../invariants/violations.ts';
import type { WorldReport } from '../run/run-world.ts';
import { hashOf } from '../run/simulate.ts';
import type { Run } from '../run/threads.ts';

/** What one run came to. */
export interface RunSummary extends Run {
  readonly traceHash: string;
  readonly operations: number;
  readonly calls: number;
  readonly appends: number;
  readonly deaths: number;
  readonly faults: number;
  readonly reviews: Readonly<Record<string, number>>;
  readonly results: Readonly<Record<string, number>>;
  readonly violations: readonly (Violation & { readonly world: number })[];
}

/** What all runs came to. */
export interface Summary {
  readonly runs: readonly RunSummary[];
  readonly seconds: number;
  readonly paymentsPerSecond: number;
  readonly coverage: Coverage;
  /** Cells that nothing fell into. */
  readonly empty: readonly Cell[];
  readonly broken: readonly InvariantNumber[];
}

function summaryOf(run: Run, worlds: readonly WorldReport[]): RunSummary {
  const sum = (field: 'calls' | 'appends' | 'deaths' | 'faults'): number =>
    worlds.reduce((total, world) => total + world[field], 0);
  const results = addUp(worlds.map((world) => world.results));
  return {
    ...run,
    traceHash: hashOf(worlds),
    operations: Object.values(results).reduce((total, count) => total + count, 0),
    calls: sum('calls'),
    appends: sum('appends'),
    deaths: sum('deaths'),
    faults: sum('faults'),
    reviews: addUp(worlds.map((world) => world.reviews)),
    results,
    violations: worlds.flatMap(({ violations }, world) => violations.map((violation) => ({ ...violation, world }))),
  };
}

export function summaryOfAll(
  runs: readonly { readonly run: Run; readonly worlds: readonly WorldReport[] }[],
  seconds: number,
): Summary {
  const coverage = new Coverage();
  for (const { worlds } of runs) for (const world of worlds) coverage.addAll(world.coverage);
  const summaries = runs.map(({ run, worlds }) => summaryOf(run, worlds));
  const payments = runs.reduce((total, { run }) => total + run.payments, 0);
  const broken = summaries.flatMap(({ violations }) => violations.map(({ invariant }) => invariant));
  return {
    runs: summaries,
    seconds,
    paymentsPerSecond: payments / seconds,
    coverage,
    empty: coverage.empty(),
    broken: [...new Set(broken)].toSorted((one, other) => one - other),
  };
}

function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const each of counts) {
    for (const [name, count] of Object.entries(each)) total[name] = (total[name] ?? 0) + count;
  }
  return total;
}
