import type { BookEntry, Report } from '../child/order.ts';
import type { Remains } from '../lane/remains.ts';
import type { Movement } from '../town/town.ts';

/** What has to hold after every kill, by its number in the list that the whole project keeps. */
export const invariants = {
  1: 'at most one unreversed charge per operation, over both banks',
  2: 'a success at a bank is in the journal',
  3: 'a success in the journal exists at the bank',
  4: 'nothing stays open unless a person was asked',
  5: 'the journal and the banks agree to the minor unit',
  6: 'the journal only grows, and is sound after every death',
  7: 'a result never contradicts an earlier final report, and every ending is told',
  9: 'no card data in any stored byte',
} as const;

export type InvariantNumber = keyof typeof invariants;

export interface Violation {
  readonly invariant: InvariantNumber;
  readonly what: string;
}

/** All that is known of a payment when its last process has found out what it could. */
export interface Evidence {
  /** The key under which the payment was begun. */
  readonly key: string;
  readonly reports: readonly Report[];
  readonly book: readonly BookEntry[];
  readonly movements: readonly Movement[];
  /** After every death, and at the end. */
  readonly remains: readonly Remains[];
}

export type Check = (evidence: Evidence) => readonly Violation[];
