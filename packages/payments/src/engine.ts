import type { CardToken, Clock, Journal, Provider } from '@ducat/core';
import type { Router } from '@ducat/router';
import type { PaymentLog } from './log/payment-log.ts';
import type { RecoverySchedule } from './recovery/schedule.ts';

/** Where tokens of stored cards go. The journal never has one. */
export interface TokenVault {
  /** Keeps the token, encrypted. Called before the payment counts as approved, and again after a crash between. */
  save(token: CardToken, of: { readonly payment: string; readonly key: string }): Promise<void>;
}

/** How long things may take, in milliseconds. */
export interface TimeLimits {
  /** One sending to one provider: connecting, sending, headers and body. */
  readonly attemptMilliseconds: number;
  /** A whole operation: all its attempts, and asking what became of an unclear one. */
  readonly operationMilliseconds: number;
}

/** What all parts of the engine share. */
export interface Engine {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly router: Router;
  readonly journal: Journal;
  readonly log: PaymentLog;
  readonly clock: Clock;
  readonly schedule: RecoverySchedule;
  readonly limits: TimeLimits;
  readonly vault: TokenVault | undefined;
}
