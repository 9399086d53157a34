import type { ClientName } from '../clients/all.ts';
import { clientNames } from '../clients/all.ts';

/** How much is measured. */
export interface Settings {
  readonly clients: readonly ClientName[];
  /** How often every client is started anew, and its raw undici with it. */
  readonly generations: number;
  /** Turns of each of the two. */
  readonly rounds: number;
  /** Calls of one turn, `inFlight` at a time. */
  readonly calls: number;
  readonly inFlight: number;
  /** Calls one after the other, in the same turn. */
  readonly sequential: number;
  /** Calls before the first turn, unless they take longer than `warmUpMilliseconds`. */
  readonly warmUp: number;
  readonly warmUpMilliseconds: number;
  /**
   * After so many calls the peak memory is read: V8 gives a process more room the longer it works, whatever it does, so
   * that only equal numbers of calls can be compared.
   */
  readonly memoryCalls: number;
  /** Fresh processes for each import. */
  readonly imports: number;
  /** Sizes of the rule sets. */
  readonly rules: readonly number[];
  /** Plans of one batch. */
  readonly plans: number;
  /** Operations among which recovery looks. */
  readonly operations: number;
}

export const usual: Settings = {
  clients: clientNames,
  generations: 2,
  rounds: 12,
  calls: 2000,
  inFlight: 64,
  sequential: 400,
  warmUp: 50_000,
  warmUpMilliseconds: 15_000,
  memoryCalls: 10_000,
  imports: 15,
  rules: [10, 10_000],
  plans: 20_000,
  operations: 1_000_000,
};
