import type { InvariantNumber } from '../invariants/violations.ts';

/** Packages that are broken on purpose, by their folders. */
export type Breakable = 'payments' | 'providers/paymega' | 'providers/paycross';

/** One change of one file. */
interface Patch {
  /** Default: the engine. */
  readonly package?: Breakable;
  /** In the package's sources. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A library that is broken in one way, as people break them. */
export interface Variant {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** Those of which at least one has to notice. */
  readonly caughtBy: readonly InvariantNumber[];
}
