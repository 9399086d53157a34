import type { Deviation } from '../run/deviation.ts';
import { objectionTo } from '../run/deviation.ts';
import type { JournalHarness } from './harness.ts';
import type { JournalGroup, JournalPromise } from './promise.ts';
import { journalPromises } from './promises/all.ts';
import { JournalStage } from './stage.ts';
import type { Runner } from '../run/contract.ts';

/** What became of a promise; `not_provable` when it is about a second opening and the harness has none. */
export type JournalVerdict =
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly reason: unknown }
  | { readonly kind: 'not_provable' };

export interface JournalReportLine {
  readonly group: JournalGroup;
  readonly promise: string;
  readonly verdict: JournalVerdict;
  readonly milliseconds: number;
}

/** Keeps one promise on a new journal. */
export async function keepJournalPromise(harness: JournalHarness, promise: JournalPromise): Promise<JournalVerdict> {
  if (promise.opensAgain && !harness.opensAgain) return { kind: 'not_provable' };
  let stage: JournalStage;
  try {
    stage = await JournalStage.open(harness);
  } catch (reason) {
    return { kind: 'broken', reason };
  }
  const kept = await promise.keep(stage).then(
    (): JournalVerdict => ({ kind: 'kept' }),
    (reason: unknown): JournalVerdict => ({ kind: 'broken', reason }),
  );
  const ended = await stage.end().then(
    () => kept,
    (reason: unknown): JournalVerdict => ({ kind: 'broken', reason }),
  );
  return kept.kind === 'broken' ? kept : ended;
}

/** Keeps every promise, one after the other, without a test runner. */
export async function runJournalContract(harness: JournalHarness): Promise<readonly JournalReportLine[]> {
  const lines: JournalReportLine[] = [];
  for (const promise of journalPromises) {
    const begin = performance.now();
    const verdict = await keepJournalPromise(harness, promise);
    const milliseconds = performance.now() - begin;
    lines.push({ group: promise.group, promise: promise.name, verdict, milliseconds });
  }
  return lines;
}

/**
 * Registers every promise as one test.
 *
 * @example
 * journalContract({ opensAgain: false, create: () => ({ open: createMemoryJournal, remove() {} }) }, { describe, test });
 */
export function journalContract(
  harness: JournalHarness,
  runner: Runner,
  { deviations = [] }: { readonly deviations?: readonly Deviation[] } = {},
): void {
  for (const { promise } of deviations) {
    if (!journalPromises.some(({ name }) => name === promise))
      throw new Error(`a deviation names no promise: ${promise}`);
  }
  runner.describe('journal contract', () => {
    for (const [group, own] of Map.groupBy(journalPromises, (promise) => promise.group)) {
      runner.describe(group, () => {
        for (const promise of own) {
          const deviation = deviations.find((one) => one.promise === promise.name);
          runner.test(promise.name, async () => {
            requireKept(await keepJournalPromise(harness, promise), deviation);
          });
        }
      });
    }
  });
}

function requireKept(verdict: JournalVerdict, deviation: Deviation | undefined): void {
  if (deviation === undefined) {
    if (verdict.kind === 'broken') throw verdict.reason;
    return;
  }
  const objection = objectionTo(
    deviation,
    verdict.kind === 'not_provable' ? { ...verdict, missing: [] } : verdict,
    new Date(),
  );
  if (objection !== undefined) throw new Error(`deviation from "${deviation.promise}": ${objection}`);
}
