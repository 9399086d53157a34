import type { ContractPromise } from '../promise.ts';
import { promises } from '../promises/all.ts';
import { referenceHarness } from '../reference/harness.ts';
import { keepPromise } from '../run/keep.ts';
import type { Mutant } from './mutant.ts';

/** What became of one mutant, as data that can be told to another process. */
export interface Trial {
  readonly mutant: Pick<Mutant, 'name' | 'promise'>;
  /** Whether the promise that it names noticed. */
  readonly isCaught: boolean;
  /** How it was noticed, or why not. */
  readonly reason: string;
  /** Other promises that noticed as well, of those that were asked. */
  readonly others: readonly string[];
  readonly milliseconds: number;
}

export interface TrialOptions {
  /** The promises to ask beside the named one. Default: none. */
  readonly others?: readonly ContractPromise[];
  /** Called after each trial. */
  readonly after?: (trial: Trial) => void;
}

/** A promise that takes longer has noticed as well: a test runner would end it. */
const patience = 10_000;

/** Tries each mutant on the promise that it names, and on others. */
export async function runMutants(
  mutants: readonly Mutant[],
  { others = [], after = () => undefined }: TrialOptions = {},
): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  process.on('unhandledRejection', noteStray);
  try {
    for (const mutant of mutants) {
      const trial = await tryMutant(mutant, others);
      trials.push(trial);
      after(trial);
    }
  } finally {
    process.off('unhandledRejection', noteStray);
  }
  return trials;
}

/** Errors that nobody handled: a test runner would count them as failures too, and a program would end. */
const strays: unknown[] = [];

function noteStray(reason: unknown): void {
  strays.push(reason);
}

async function tryMutant(mutant: Mutant, asked: readonly ContractPromise[]): Promise<Trial> {
  const begin = performance.now();
  const named = promises.find(({ name }) => name === mutant.promise);
  const reason = named === undefined ? undefined : await objectionOf(mutant, named);
  const others: string[] = [];
  for (const promise of asked) {
    if (promise !== named && (await objectionOf(mutant, promise)) !== undefined) others.push(promise.name);
  }
  return {
    mutant: { name: mutant.name, promise: mutant.promise },
    isCaught: reason !== undefined,
    reason: reason ?? (named === undefined ? 'there is no such promise' : 'the promise is kept'),
    others,
    milliseconds: performance.now() - begin,
  };
}

/** Why the promise is broken by the mutant; `undefined` when it is not. */
async function objectionOf(mutant: Mutant, promise: ContractPromise): Promise<string | undefined> {
  const patiently = new Promise<string>((resolve) =>
    setTimeout(resolve, patience, `no end after ${patience} ms`).unref(),
  );
  const kept = keepPromise(mutant.break(referenceHarness()), promise).then((verdict) =>
    verdict.kind === 'broken' ? messageOf(verdict.reason) : undefined,
  );
  strays.length = 0;
  const objection = await Promise.race([kept, patiently]).finally(restorePrototypes);
  return objection ?? strays.map(messageOf)[0];
}

const prototypes: readonly (readonly [object, ReadonlySet<PropertyKey>])[] = [
  Object.prototype,
  Function.prototype,
  Array.prototype,
].map((prototype) => [prototype, new Set(Reflect.ownKeys(prototype))]);

/** One of the mutants pollutes them, which the others have not done. */
function restorePrototypes(): void {
  for (const [prototype, known] of prototypes) {
    for (const key of Reflect.ownKeys(prototype)) if (!known.has(key)) Reflect.deleteProperty(prototype, key);
  }
}

function messageOf(reason: unknown): string {
  const message = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
  return message.split('\n')[0] ?? message;
}
