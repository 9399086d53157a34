import type { InvariantNumber } from '../invariants/violations.ts';

/** One change of one file. */
interface Patch {
  /** In the sources of @ducat/payments. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** An engine that is broken in one way, as people break them. */
export interface Variant {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** Those of which at least one has to notice. */
  readonly caughtBy: readonly InvariantNumber[];
}
