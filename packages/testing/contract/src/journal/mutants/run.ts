import type { JournalPromise } from '../promise.ts';
import { journalPromises } from '../promises/all.ts';
import { keepJournalPromise } from '../run.ts';
import type { JournalMutant } from './mutant.ts';

/** What became of one mutant. */
export interface JournalTrial {
  readonly mutant: JournalMutant;
  /** Whether the promise that it names noticed. */
  readonly isCaught: boolean;
  /** How it was noticed, or why not. */
  readonly reason: string;
  /** Other promises that noticed as well, of those that were asked. */
  readonly others: readonly string[];
}

/** A promise that takes longer has noticed as well: a test runner would end it. */
const patience = 10_000;

/** Tries a mutant on the promise that it names, and on others. */
export async function tryJournalMutant(
  mutant: JournalMutant,
  asked: readonly JournalPromise[] = [],
): Promise<JournalTrial> {
  const named = journalPromises.find(({ name }) => name === mutant.promise);
  if (named === undefined) return { mutant, isCaught: false, reason: 'there is no such promise', others: [] };
  const reason = await objectionOf(mutant, named);
  const others: string[] = [];
  for (const promise of asked) {
    if (promise !== named && (await objectionOf(mutant, promise)) !== undefined) others.push(promise.name);
  }
  return { mutant, isCaught: reason !== undefined, reason: reason ?? 'the promise is kept', others };
}

/** Why the promise is broken by the mutant; `undefined` when it is not. */
async function objectionOf(mutant: JournalMutant, promise: JournalPromise): Promise<string | undefined> {
  const patiently = new Promise<string>((resolve) =>
    setTimeout(resolve, patience, `no end after ${patience} ms`).unref(),
  );
  const kept = keepJournalPromise(mutant.harness, promise).then((verdict) =>
    verdict.kind === 'broken' ? String(verdict.reason).split('\n')[0] : undefined,
  );
  return Promise.race([kept, patiently]);
}
