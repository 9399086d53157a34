import type { OperationResult, Payments } from '@ducat/payments';
import type { Question, Setting } from '../child/order.ts';
import type { RaceName } from './names.ts';

/** What a race is run on. */
export interface Track {
  readonly setting: Setting;
  readonly payments: Payments;
  readonly ask: (question: Question) => Promise<unknown>;
}

/** One of the calls that are made at once. */
export interface Call {
  readonly key: string;
  readonly make: () => Promise<OperationResult>;
}

/** Calls of which only so much may have an effect. */
export interface Race {
  readonly name: RaceName;
  /** What has to be there before; what it returns both processes are told. */
  readonly prepare?: (track: Track) => Promise<string | undefined>;
  /** The n-th call, from 0. */
  readonly call: (track: Track, number: number, word: string) => Call;
  /** What is wrong with what came of it, in words. */
  readonly judge: (outcome: RaceOutcome) => readonly string[];
  /** What those may be answered whose call had no effect. */
  readonly refusals: readonly string[];
}

/** What came of a race, as far as it can be told without the journal. */
export interface RaceOutcome {
  /** Of the payment, in minor units. */
  readonly amount: number;
  readonly calls: number;
  /** `refund 100`, oldest first. */
  readonly bank: readonly string[];
  /** How many calls were answered `approved`. */
  readonly approved: number;
  /** Keys of the calls that were refused. */
  readonly refused: readonly string[];
}
