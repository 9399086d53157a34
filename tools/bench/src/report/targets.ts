import type { ClientName } from '../clients/all.ts';
import type { Figure } from '../arithmetic/statistics.ts';
import type { Figures, Results } from './results.ts';

/** What a figure of a run has to be. */
export interface Target {
  readonly what: string;
  readonly bound: 'at most' | 'at least';
  readonly value: number;
  readonly unit: '' | 'ms' | 'µs';
  /** The figure; `undefined` when the run did not measure it. */
  find(results: Results): Figure | undefined;
}

/** What calls may cost, as ratios to raw undici; imports in milliseconds of CPU time more than undici and zod. */
export const targets: readonly Target[] = [
  ratio('adapter call: CPU', 'paycross', 'cpu', 'at most', 1.4),
  ratio('adapter call: throughput', 'paycross', 'throughput', 'at least', 0.75),
  ratio('adapter call: sequential p50', 'paycross', 'p50', 'at most', 1.25),
  ratio('adapter call: peak memory', 'paycross', 'memory', 'at most', 0.7),
  ratio('engine, journal in memory: CPU', 'engine-memory', 'cpu', 'at most', 2.0),
  ratio('engine, SQLite: CPU', 'engine-sqlite', 'cpu', 'at most', 3.5),
  ratio('engine, SQLite: throughput', 'engine-sqlite', 'throughput', 'at least', 0.3),
  {
    what: 'import of core and one adapter, more than undici and zod',
    bound: 'at most',
    value: 15,
    unit: 'ms',
    find: ({ imports }) => imports.find(({ name }) => name === 'core + adapter')?.more,
  },
  planning(10, 2),
  planning(10_000, 20),
  leasing('memory', 5),
  leasing('sqlite', 5),
];

function ratio(what: string, client: ClientName, part: keyof Figures, bound: Target['bound'], value: number): Target {
  return {
    what,
    bound,
    value,
    unit: '',
    find: ({ clients }) => clients.find(({ name }) => name === client)?.ratios[part],
  };
}

function planning(rules: number, value: number): Target {
  return {
    what: `plan() at ${rules.toLocaleString('en')} rules`,
    bound: 'at most',
    value,
    unit: 'µs',
    find: ({ plans }) => plans.find((each) => each.rules === rules)?.microseconds,
  };
}

function leasing(journal: 'memory' | 'sqlite', value: number): Target {
  return {
    what: `recovery's lease among 1,000,000 operations, ${journal}`,
    bound: 'at most',
    value,
    unit: 'ms',
    find: ({ leases }) =>
      leases.find((each) => each.journal === journal && each.operations === 1_000_000)?.milliseconds,
  };
}
