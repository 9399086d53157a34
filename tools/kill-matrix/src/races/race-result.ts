import type { Report } from '../child/order.ts';
import type { Violation } from '../invariants/violation.ts';
import type { ProviderId } from '../town/town.ts';
import type { RaceName } from './names.ts';

/** What came of a race. */
export interface RaceResult {
  readonly race: RaceName;
  readonly provider: ProviderId;
  readonly calls: number;
  /** What the calls were answered, and how often. */
  readonly answers: readonly (readonly [answer: string, times: number])[];
  /** `charge 1000`, oldest first. */
  readonly bank: readonly string[];
  readonly violations: readonly (Violation | UnclearAnswer)[];
  readonly reports: readonly Report[];
}

/** A race was not won by exactly as many as may win, or somebody was left without a clear answer. */
export interface UnclearAnswer {
  readonly invariant: 'race';
  readonly what: string;
}
