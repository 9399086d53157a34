import type { BookEntry, Report, Step } from '../child/order.ts';
import type { BreakageName } from '../controls/names.ts';
import type { Violation } from '../invariants/violation.ts';
import type { Point } from '../matrix/point.ts';
import type { ScenarioName } from '../scenarios/names.ts';
import type { ProviderId } from '../town/town.ts';

/** One payment whose process is killed, once or several times, and started again. */
export interface KillCase {
  readonly scenario: ScenarioName;
  /** The provider that is tried first. */
  readonly provider: ProviderId;
  /** Where each life ends but the last. None: nobody is killed. */
  readonly kills: readonly Point[];
  /** Whether the merchant, started again, repeats what it wants under the same keys; else recovery is alone. */
  readonly repeats: boolean;
  readonly breakage?: BreakageName;
}

/** What became of it. */
export interface CaseResult {
  readonly order: KillCase;
  /** How many of the kills happened: a point may not be reached. */
  readonly kills: number;
  /** How each operation ended: `approved, approved`; empty when none was begun. */
  readonly outcome: string;
  readonly violations: readonly Violation[];
  /** The steps of the last life. */
  readonly steps: readonly Step[];
  readonly reports: readonly Report[];
  readonly book: readonly BookEntry[];
}
