import type { Operation } from '@ducat/core';
import type { Need } from './need.ts';
import type { Stage } from './stage.ts';

/** The groups of promises, in the order of the report. */
export type Group =
  | 'capabilities'
  | 'outcomes'
  | 'sending'
  | 'idempotency'
  | 'two steps'
  | 'refunds'
  | 'payouts'
  | 'tokens'
  | 'challenge'
  | 'lookup'
  | 'webhook'
  | 'money'
  | 'errors'
  | 'deadlines'
  | 'secrets'
  | 'hostile provider';

/** What a promise may need of a world beside its surfaces and a payment that is approved. */
export type Ability =
  | 'ledger'
  | 'shop'
  | 'webhooks'
  | 'sign'
  | 'forgeable'
  | 'currencies.other'
  | 'next.status'
  | 'next.amount'
  | 'next.refusalWith'
  | `next.declined.${Operation}`
  | `next.pending.${Operation}`
  | 'cards.approved'
  | 'cards.declined'
  | 'cards.challenged'
  | 'cards.challengedFirstVersion'
  | 'cards.pending';

/** Thrown where a promise turns out to need what this world does not have; it is then neither kept nor broken. */
export class NotProvable extends Error {
  override readonly name = 'NotProvable';
  readonly missing: Ability;

  constructor(missing: Ability) {
    super(`the world has no ${missing}`);
    this.missing = missing;
  }
}

/** One promise of the contract. */
export interface ContractPromise {
  readonly group: Group;
  /** In plain words; it is the test's name and the report's line. Numbers of known defects stand in it: `(defect 24)`. */
  readonly name: string;
  /** The ports it is about; a provider without one of them does not make the promise. */
  readonly ports: readonly Need[];
  readonly abilities: readonly Ability[];
  /** Throws an assertion error when the promise is broken. */
  keep(stage: Stage): Promise<void>;
}
