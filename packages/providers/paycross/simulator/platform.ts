import type { Bank, Clock, Random } from '@ducat/simulator';

import type { Addresses } from './addresses.ts';
import type { Issuer } from './cards/issuer.ts';
import type { TokenVault } from './cards/token-vault.ts';
import type { Seal } from './challenge/seal.ts';
import type { Duplicates } from './gateway/duplicates.ts';
import type { ShopOptions } from './options.ts';
import type { Register } from './transactions/register.ts';
import type { Transaction } from './transactions/transaction.ts';

/** Processing codes a test has ordered for the next transactions. */
export interface Verdicts {
  next(): string | undefined;
}

/** What every part of the simulated platform shares. */
export interface Platform {
  readonly options: ShopOptions;
  readonly clock: Clock;
  readonly random: Random;
  readonly bank: Bank;
  readonly issuer: Issuer;
  readonly tokens: TokenVault;
  readonly register: Register;
  readonly duplicates: Duplicates;
  readonly addresses: Addresses;
  readonly seal: Seal;
  readonly verdicts: Verdicts;
  notify(transaction: Transaction): void;
}
