import type { BreakageName } from '../controls/names.ts';
import type { ProviderId } from '../town/town.ts';
import type { RaceName } from '../races/names.ts';
import type { ScenarioName } from '../scenarios/names.ts';
import type { Moment } from '../matrix/point.ts';

/** Where the merchant's process finds the providers. */
export interface Addresses {
  readonly paymegaApi: string;
  readonly cardgate: string;
  readonly paycross: string;
  readonly paycrossPublicKey: string;
}

/** What every order says. */
export interface Setting {
  readonly file: string;
  readonly addresses: Addresses;
  /** The clock of the merchant at its beginning, milliseconds since the epoch. */
  readonly now: number;
  readonly provider: ProviderId;
  /** The key under which the payment is begun; the other operations' keys begin with it. */
  readonly key: string;
  /** Minor units. */
  readonly amount: number;
  readonly breakage?: BreakageName;
}

/** One life of a merchant's process with one journal: it ends with a kill, or when everything is decided. */
export interface LifeOrder extends Setting {
  readonly kind: 'life';
  readonly scenario: ScenarioName;
  /** 1 for the first. What goes wrong by plan (a bank that does not answer) does so in the first only. */
  readonly life: number;
  /** Whether the merchant does all that it wants, or lets recovery find out alone. */
  readonly plays: boolean;
  readonly kill?: KillOrder;
}

/** Where the process kills itself. */
export interface KillOrder {
  /** `append 2`: the second of its kind in this life. */
  readonly step: string;
  readonly moment: Moment;
  /** For `within`: so long after the step began. */
  readonly microseconds: number;
}

/** Many operations at once, against another process that has the same journal. */
export interface RaceOrder extends Setting {
  readonly kind: 'race';
  readonly race: RaceName;
  /** Which of the racing processes this one is, from 0; the first prepares and finds out what came of it. */
  readonly runner: number;
  /** How many calls each of them makes. */
  readonly calls: number;
}

export type Order = LifeOrder | RaceOrder | { readonly kind: 'answer'; readonly answer: unknown };

/** One thing that the process did beside computing: it asked its journal or a provider. */
export interface Step {
  /** `append 2`. */
  readonly name: string;
  readonly kind: StepKind;
  /** `POST /transactions/payments`. */
  readonly what: string;
  readonly phase: 'play' | 'settle';
  readonly microseconds: number;
}

export type StepKind = 'append' | 'read' | 'find' | 'lease' | 'page' | 'takeMessages' | 'acknowledge' | 'post' | 'get';

/** What a merchant was told of an operation. */
export interface Report {
  readonly by: 'result' | 'event' | 'error';
  readonly life: number;
  readonly key: string;
  /** Of an error: its code. */
  readonly status: string;
  readonly type?: string;
  readonly provider?: string;
  readonly providerReference?: string;
  /** Of an error: whether money may have moved. */
  readonly effect?: string;
}

/** An operation as `payments.get` tells it. */
export interface BookEntry {
  readonly payment: string;
  readonly key: string;
  readonly operation: string;
  readonly status: string;
  readonly provider?: string;
  readonly providerReference?: string;
  /** Minor units. */
  readonly amount: string;
  readonly attempts: readonly { readonly provider: string; readonly reference: string; readonly status: string }[];
  readonly reverses?: string;
  readonly review?: string;
}

export type Question =
  | { readonly kind: 'shopper'; readonly key: string; readonly action: unknown }
  | { readonly kind: 'bank_ends'; readonly key: string; readonly reference: string }
  /** Waits for the other process; what one of them has to say both are told. */
  | { readonly kind: 'meet'; readonly word?: string };

export type News =
  | { readonly kind: 'ready' }
  | { readonly kind: 'time'; readonly now: number }
  | { readonly kind: 'told'; readonly report: Report }
  | { readonly kind: 'question'; readonly question: Question }
  | {
      readonly kind: 'done';
      readonly now: number;
      readonly steps: readonly Step[];
      readonly book: readonly BookEntry[];
    }
  | { readonly kind: 'failed'; readonly error: string };
