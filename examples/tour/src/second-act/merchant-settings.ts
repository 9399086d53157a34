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
  /** So many hours after the start: find out about everything that is open, and tell what the journal has. */
  | { readonly kind: 'recover'; readonly hours: number; readonly payments: number }
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
  | { readonly kind: 'recovered'; readonly payments: readonly PaymentInJournal[] };

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
