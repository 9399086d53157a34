import type { KeyObject } from 'node:crypto';

import type { Bank, Clock, Send } from '@ducat/simulator';

import type { IssuedCard } from './cards/published.ts';
import type { ShopOptions } from './options.ts';

export interface PayCrossSimulatorSettings {
  readonly shopId: string;
  readonly secretKey: string;
  /** RSA-2048, PEM or key object, that signs webhooks; generated when absent. */
  readonly privateKey?: KeyObject | string;
  readonly clock?: Clock;
  readonly seed?: number;
  /** To share one ledger with another simulator. */
  readonly bank?: Bank;
  /** How webhooks leave while the simulator is on no in-memory network; real HTTP when absent. */
  readonly send?: Send;
  /** Cards beside the published ones; they act the same in test and live transactions. */
  readonly cards?: readonly IssuedCard[];
  readonly options?: Partial<ShopOptions>;
}
