import type { Operation, TransactionRecord } from '@ducat/core';
import type { Invoice, InvoiceAttributes } from '../wire/invoice.ts';
import { fromWire } from './money.ts';
import type { OutcomeFrame } from './outcome.ts';
import { amountOf, detailsOf, toOutcome } from './outcome.ts';
import { refundsOf } from './refund.ts';
import { invoiceState } from './status.ts';
import { operationOf } from './verdict.ts';

/**
 * What an invoice says of one operation on it; nothing when that has not been done. Refunds may be several: the named
 * one, or all.
 */
export function toRecords(
  invoice: Invoice,
  operation: Operation,
  frame: OutcomeFrame,
  reference?: string,
): readonly TransactionRecord[] {
  const common = sumsOf(invoice.attributes);
  if (operation === 'refund') {
    return refundsOf(invoice, frame, reference).map(({ outcome, amount }) => ({
      operation,
      outcome,
      amount,
      ...common,
    }));
  }
  const outcome = toOutcome(invoice, operation, frame);
  return outcome === undefined
    ? []
    : [{ operation, outcome, amount: amountOf(invoice.attributes, operation), ...common }];
}

/** What a callback is news of. It names no operation, so its state and flow tell; of a chargeback no port knows. */
export function toNews(invoice: Invoice, isPayout: boolean, frame: OutcomeFrame): TransactionRecord | undefined {
  const { status, payment_flow: flow } = invoice.attributes;
  const state = invoiceState(status);
  if (state === 'charged_back') {
    const { provider, secrets } = frame;
    const raw = detailsOf(invoice.attributes, secrets);
    const outcome = {
      status: 'pending',
      provider,
      providerReference: invoice.id,
      reason: 'unmapped_status',
      raw,
    } as const;
    return { operation: 'unmapped', outcome, ...sumsOf(invoice.attributes) };
  }
  const records = toRecords(invoice, isPayout ? 'payout' : operationOf(state, flow ?? undefined), frame);
  return records[0];
}

type Sums = Pick<TransactionRecord, 'captured' | 'refunded' | 'testMode' | 'updatedAt'>;

function sumsOf(attributes: InvoiceAttributes): Sums {
  const { currency, processed_amount: processed, refunded_amount: refunded, updated, test_mode: testMode } = attributes;
  return {
    ...(processed === null || processed === undefined ? {} : { captured: fromWire(processed, currency) }),
    ...(refunded === null || refunded === undefined ? {} : { refunded: fromWire(refunded, currency) }),
    ...(typeof testMode === 'boolean' ? { testMode } : {}),
    ...(typeof updated === 'number' ? { updatedAt: updated * 1000 } : {}),
  };
}
