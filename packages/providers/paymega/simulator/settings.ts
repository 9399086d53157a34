import { createRandom, createRealClock } from '@ducat/simulator';
import type { Clock, Random, Send } from '@ducat/simulator';

import { allCurrencies } from './money/currencies.ts';

export interface ThreeDSecureSettings {
  /** For the published cards; the simulator's own cards name their version. */
  version: '1' | '2';
  /** The host-to-host page shows both kinds of TermUrl. */
  termUrl: 'with_scheme' | 'without_scheme';
  /** How auth_payload asks to be sent to the ACS. */
  method: 'GET' | 'POST';
  /** How the ACS sends the shopper back. */
  returnMethod: 'GET' | 'POST';
}

export interface AccountSettings {
  readonly currencies: readonly string[];
  readonly tokenization: boolean;
  readonly hostToHost: boolean;
  /** Used when an invoice names no callback_url. */
  readonly callbackUrl: string | undefined;
  /** Minutes; used when an invoice names a delayed_action without a delay. */
  readonly delayedActionDelay: number | undefined;
  /** Appends id, serial_number and amount to return URLs. */
  readonly sendOperationContext: boolean;
}

export interface CallbackSettings {
  /** The n-th retry comes n intervals after the try before it. */
  readonly intervalMilliseconds: number;
  readonly maximumAttempts: number;
}

export interface PaymegaSimulatorSettings {
  readonly accountId: string;
  readonly apiKey: string;
  readonly privateKeys: { readonly live: string; readonly test: string };
  readonly clock?: Clock;
  readonly random?: Random;
  readonly seed?: number;
  readonly account?: Partial<AccountSettings>;
  readonly callbacks?: Partial<CallbackSettings>;
  readonly threeDSecure?: Partial<ThreeDSecureSettings>;
  /** No page tells the status word of a voided invoice. */
  readonly voidedStatus?: string;
  readonly bearerLifetimeSeconds?: number;
  /** An invoice whose shopper never finishes expires after this. */
  readonly unfinishedInvoiceLifetimeSeconds?: number;
  /** Above zero, refunds pass through refund_pending. */
  readonly refundDelaySeconds?: number;
  /** Above zero, payouts pass through process_pending. */
  readonly payoutDelaySeconds?: number;
  /** Carries callbacks; by default the network the simulator is attached to, else real HTTP. */
  readonly deliver?: Send;
}

export interface Settings {
  readonly accountId: string;
  readonly apiKey: string;
  readonly privateKeys: { readonly live: string; readonly test: string };
  readonly clock: Clock;
  readonly random: Random;
  readonly account: AccountSettings;
  readonly callbacks: CallbackSettings;
  readonly threeDSecure: ThreeDSecureSettings;
  readonly voidedStatus: string;
  readonly bearerLifetimeSeconds: number;
  readonly unfinishedInvoiceLifetimeSeconds: number;
  readonly refundDelaySeconds: number;
  readonly payoutDelaySeconds: number;
}

export function completeSettings(given: PaymegaSimulatorSettings): Settings {
  return {
    accountId: given.accountId,
    apiKey: given.apiKey,
    privateKeys: given.privateKeys,
    clock: given.clock ?? createRealClock(),
    random: given.random ?? createRandom(given.seed ?? 1),
    account: {
      currencies: allCurrencies,
      tokenization: true,
      hostToHost: true,
      callbackUrl: undefined,
      delayedActionDelay: undefined,
      sendOperationContext: false,
      ...given.account,
    },
    // Integration settings of the platform's portal: one minute, linear, a hundred tries.
    callbacks: { intervalMilliseconds: 60_000, maximumAttempts: 100, ...given.callbacks },
    threeDSecure: {
      version: '1',
      termUrl: 'with_scheme',
      method: 'POST',
      returnMethod: 'POST',
      ...given.threeDSecure,
    },
    voidedStatus: given.voidedStatus ?? 'voided',
    bearerLifetimeSeconds: given.bearerLifetimeSeconds ?? 3600,
    // Two days is what lies between created and expires in the host-to-host page's sample.
    unfinishedInvoiceLifetimeSeconds: given.unfinishedInvoiceLifetimeSeconds ?? 172_800,
    refundDelaySeconds: given.refundDelaySeconds ?? 0,
    payoutDelaySeconds: given.payoutDelaySeconds ?? 0,
  };
}
