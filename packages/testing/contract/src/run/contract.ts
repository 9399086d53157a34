import type { Harness } from '../harness/harness.ts';
import type { ContractPromise } from '../promise.ts';
import { promises } from '../promises/all.ts';
import type { Deviation } from './deviation.ts';
import { objectionTo } from './deviation.ts';
import { keepPromise } from './keep.ts';
import type { Report, ReportLine } from './report.ts';
import { portsOf } from './report.ts';

/** The two functions of a test runner that the contract needs: vitest's and node:test's both fit. */
export interface Runner {
  describe(name: string, body: () => void): unknown;
  test(name: string, body: () => Promise<void>): unknown;
}

export interface ContractOptions {
  readonly deviations?: readonly Deviation[];
  /** Is given the report in a last test, when every promise was asked; throws when it is not as it should be. */
  readonly report?: (report: Report) => void | Promise<void>;
}

/**
 * Registers every promise as one test.
 *
 * @example
 * contract({ create: (origins, setup) => createAcme({ ...account, ...setup, baseUrl: origins.api }), world }, { describe, test });
 */
export function contract(harness: Harness, runner: Runner, { deviations = [], report }: ContractOptions = {}): void {
  for (const { promise } of deviations) {
    if (!promises.some(({ name }) => name === promise)) throw new Error(`a deviation names no promise: ${promise}`);
  }
  const lines: ReportLine[] = [];
  runner.describe('contract', () => {
    for (const [group, own] of Map.groupBy(promises, (promise) => promise.group)) {
      runner.describe(group, () => {
        for (const promise of own) {
          const deviation = deviations.find((one) => one.promise === promise.name);
          runner.test(promise.name, async () => {
            const line = await lineFor(harness, promise, deviation);
            lines.push(line);
            requireKept(line);
          });
        }
      });
    }
    if (report === undefined) return;
    runner.test('the report is as it should be', async () => {
      // A run of some tests alone has no report.
      if (lines.length === promises.length) await report({ ports: await portsOf(harness), lines });
    });
  });
}

async function lineFor(
  harness: Harness,
  promise: ContractPromise,
  deviation: Deviation | undefined,
): Promise<ReportLine> {
  const begin = performance.now();
  const verdict = await keepPromise(harness, promise);
  const milliseconds = performance.now() - begin;
  const line = { group: promise.group, promise: promise.name, verdict, milliseconds };
  return deviation === undefined ? line : { ...line, deviation };
}

function requireKept({ verdict, deviation }: ReportLine): void {
  if (deviation !== undefined) {
    const objection = objectionTo(deviation, verdict, new Date());
    if (objection !== undefined) throw new Error(`deviation from "${deviation.promise}": ${objection}`);
  } else if (verdict.kind === 'broken') {
    throw verdict.reason;
  }
}
