import type { Harness } from '../harness/harness.ts';
import type { ReferenceHarness } from '../reference/harness.ts';

/** A provider that is broken in one way, and the promise that has to notice. */
export interface Mutant {
  /** What it does wrong, as a sentence without a subject. */
  readonly name: string;
  /** The promise that it must not keep. */
  readonly promise: string;
  break(good: ReferenceHarness): Harness;
}

/** One way of being broken, by the promise that notices. */
export function mutant(name: string, promise: string, breaking: Mutant['break']): Mutant {
  return { name, promise, break: breaking };
}
