import type { Bank, Clock, Courier, Random } from '@ducat/simulator';

import type { ChallengeBook } from './acs/challenge.ts';
import type { SessionBook } from './cardgate/session.ts';
import type { ControlState } from './controls.ts';
import type { Invoice } from './invoices/invoice.ts';
import type { Payout } from './payouts/payout.ts';
import type { Register } from './register.ts';
import type { Settings } from './settings.ts';
import type { TokenVault } from './tokens/vault.ts';

export interface Origins {
  api: string;
  cardgate: string;
  acs: string;
}

/** Everything the surfaces of the platform share. */
export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: Random;
  readonly bank: Bank;
  readonly courier: Courier;
  readonly controls: ControlState;
  readonly origins: Origins;
  readonly invoices: Register<Invoice>;
  readonly payouts: Register<Payout>;
  /** References of refunds, which are unique as well. */
  readonly refundReferences: Set<string>;
  readonly sessions: SessionBook;
  readonly challenges: ChallengeBook;
  readonly vault: TokenVault;
}

export function unixSeconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}
