import { statusTable } from '@ducat/adapter-kit';

/** Where an invoice stands, whatever operation is asked about. */
export type InvoiceState =
  | 'open'
  | 'authorized'
  | 'capturing'
  | 'capture_failed'
  | 'paid'
  | 'partly_paid'
  | 'failed'
  | 'expired'
  | 'canceled'
  | 'voiding'
  | 'void_failed'
  | 'voided'
  | 'refunding'
  | 'refunded'
  | 'partly_refunded'
  | 'refund_failed'
  | 'charged_back'
  | 'unmapped';

/**
 * Paymega "Statuses of payments", "Two-step payments" and "Statuses of payouts". No page names the words after a
 * capture or void; those here are the platform's own pattern, and any other word stays unmapped.
 */
export const invoiceState: (word: string) => InvoiceState = statusTable<InvoiceState>(
  {
    created: 'open',
    processing: 'open',
    process_pending: 'open',
    process_error: 'open',
    authorize_pending: 'open',
    authorized: 'authorized',
    authorize_failed: 'failed',
    capture_pending: 'capturing',
    capture_failed: 'capture_failed',
    processed: 'paid',
    partially_processed: 'partly_paid',
    process_failed: 'failed',
    rejected: 'failed',
    expired: 'expired',
    terminated: 'canceled',
    canceling: 'open',
    cancel_pending: 'open',
    canceled: 'canceled',
    void_pending: 'voiding',
    void_failed: 'void_failed',
    voided: 'voided',
    refunding: 'refunding',
    refund_error: 'refunding',
    refund_pending: 'refunding',
    refunded: 'refunded',
    partially_refunded: 'partly_refunded',
    refund_failed: 'refund_failed',
    charged_back: 'charged_back',
    partially_charged_back: 'charged_back',
  },
  () => 'unmapped',
);
