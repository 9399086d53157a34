import type { Platform } from '../platform.ts';
import type { Account } from './authentication.ts';
import type { Faults } from './faults.ts';
import type { Repetitions } from './repetition.ts';

/** The platform as one merchant meets it over HTTP. */
export interface Gateway {
  readonly platform: Platform;
  readonly account: Account;
  readonly faults: Faults;
  readonly repetitions: Repetitions;
}
