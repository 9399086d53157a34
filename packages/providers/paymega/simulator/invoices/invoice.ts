import type { Card } from '../cards/card.ts';
import type { Session } from '../cardgate/session.ts';
import type { PaymentInvoiceRequest } from './request.ts';

export interface Refund {
  readonly id: string;
  readonly referenceId: string;
  readonly amount: bigint;
  readonly created: number;
  status: 'pending' | 'processed' | 'failed';
}

/** A payment invoice; times are unix seconds, amounts minor units. */
export interface Invoice {
  readonly id: string;
  readonly serialNumber: string;
  readonly referenceId: string;
  readonly request: PaymentInvoiceRequest;
  readonly amount: bigint;
  readonly currency: string;
  readonly testMode: boolean;
  readonly session: Session;
  readonly activePaymentId: string;
  readonly paymentRequestId: string;
  readonly customerId: string | undefined;
  readonly created: number;
  updated: number;
  status: string;
  resolution: string;
  moderationRequired: boolean;
  /** From the moment a card was sent; a second card is refused. */
  saleStarted: boolean;
  card: Card | undefined;
  clientAddress: string;
  /** The pid of the challenge the shopper has to pass. */
  challenge: string | undefined;
  token: string | undefined;
  bankPayment: string | undefined;
  retrievalReference: string | undefined;
  approvalCode: string | undefined;
  processed: number | undefined;
  processedAmount: bigint | undefined;
  failed: number | undefined;
  refunded: number | undefined;
  refundedAmount: bigint | undefined;
  readonly refunds: Refund[];
  delayedActionAt: number | undefined;
  /** Overrides what is shown of the invoice; set by tests only. */
  shownStatus: string | undefined;
}

const waiting = ['created', 'process_pending', 'authorize_pending'];

export function isWaiting(invoice: Invoice): boolean {
  return waiting.includes(invoice.status);
}

/** The word for "not yet" depends on the flow. */
export function waitingStatus(invoice: Invoice): 'process_pending' | 'authorize_pending' {
  return invoice.request.flow === 'delayed_charge' ? 'authorize_pending' : 'process_pending';
}
