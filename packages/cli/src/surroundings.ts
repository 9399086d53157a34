import type { Writable } from 'node:stream';

/** What commands need of the process that they run in. */
export interface Surroundings {
  /** What was asked for, and nothing else: it can be piped on. */
  readonly output: Writable;
  /** Errors, remarks, progress. */
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
