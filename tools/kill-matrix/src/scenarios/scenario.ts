import type { OperationResult, Payments } from '@ducat/payments';
import type { Question, Setting } from '../child/order.ts';
import type { ScenarioName } from './names.ts';

/** What a scenario is played on. */
export interface Stage {
  readonly setting: Setting;
  readonly payments: Payments;
  /**
   * Makes a call as a merchant does: tells what it was answered, asks again while another operation is not clear.
   * `undefined` when the engine refused it.
   */
  readonly perform: (key: string, call: () => Promise<OperationResult>) => Promise<OperationResult | undefined>;
  /** What became of the operation when hours have passed, if it is not clear yet. */
  readonly ended: (result: OperationResult) => Promise<OperationResult | undefined>;
  readonly ask: (question: Question) => Promise<unknown>;
}

/** How an operation ends when nobody is killed. */
interface Ending {
  /** What stands behind the payment's key; '' for the operation that begins it. */
  readonly key: string;
  readonly status: 'approved' | 'declined' | 'not_sent';
  /** At the provider that is tried first, or at the other. */
  readonly at: 'first' | 'other';
}

/** One of the merchant's doings, the same at every provider. Played again under the same keys after a crash. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly endings: readonly Ending[];
  /** What goes wrong by plan at the first provider, in the first life. */
  readonly trouble?: 'refuses_connections' | 'loses_answer';
  play(stage: Stage): Promise<void>;
}
