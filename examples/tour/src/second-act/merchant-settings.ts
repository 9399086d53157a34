import type { PayCrossOptions } from '@ducat/paycross';
import type { PaymegaOptions } from '@ducat/paymega';

/** What the merchant's process is told when it starts. */
export interface MerchantSettings {
  readonly journalFile: string;
  readonly paymega: PaymegaOptions;
  readonly paycross: PayCrossOptions;
  readonly cardNumber: string;
  readonly webhookUrl: string;
}

/** What the merchant's process is asked to do. */
export type Order =
  | { readonly kind: 'pay'; readonly payments: number }
  /** Find out about everything that is open, however many hours that takes. */
  | { readonly kind: 'settle'; readonly payments: number }
  | {
      readonly kind: 'webhook';
      readonly provider: string;
      readonly headers: Record<string, string>;
      readonly body: string;
    };

/** What it tells. */
export type News =
  | { readonly kind: 'ready' }
  | { readonly kind: 'paid'; readonly done: number }
  | { readonly kind: 'finished' }
  | { readonly kind: 'settled'; readonly hours: number; readonly payments: readonly PaymentInJournal[] };

/** A payment as the journal has it at the end. */
export interface PaymentInJournal {
  readonly payment: string;
  readonly status: string;
  readonly provider: string;
  /** Minor units. */
  readonly amount: string;
  readonly attempts: number;
  readonly review: boolean;
}
