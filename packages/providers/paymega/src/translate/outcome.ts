import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { Money, Operation, ReportedOutcome, TransactionRecord } from '@ducat/core';
import { CardToken } from '@ducat/core';
import type { Invoice, InvoiceAttributes } from '../wire/invoice.ts';
import { toCardSummary } from './card-summary.ts';
import { declineOf } from './decline.ts';
import { fromWire } from './money.ts';
import type { InvoiceState } from './status.ts';
import { invoiceState } from './status.ts';
import { operationOf, verdictOn } from './verdict.ts';

/** What is known beside the invoice itself. */
export interface OutcomeFrame {
  readonly provider: string;
  readonly customerReference?: string | undefined;
  /** Secrets of the request, which no printed text may repeat. */
  readonly secrets: readonly string[];
}

/** What an invoice that was just made or acted upon has to agree with. */
export function requireInvoice({ attributes }: Invoice, amount: Money, testMode: boolean | undefined, call: Call): void {
  requireEcho({
    amount: [amount, fromWire(attributes.amount, attributes.currency)],
    reference: [call.reference, attributes.reference_id ?? undefined],
    testMode: [testMode ?? false, attributes.test_mode ?? undefined],
  });
}

/** `undefined` when the invoice says that the operation has not been done. */
export function toRecord(invoice: Invoice, operation: Operation, frame: OutcomeFrame): TransactionRecord | undefined {
  const outcome = toOutcome(invoice, operation, frame);
  if (outcome === undefined) return undefined;
  const { attributes } = invoice;
  const { currency, processed_amount: processed, refunded_amount: refunded, updated, test_mode: testMode } = attributes;
  return {
    operation,
    outcome,
    amount: amountOf(attributes, operation),
    ...(processed === null || processed === undefined ? {} : { captured: fromWire(processed, currency) }),
    ...(refunded === null || refunded === undefined ? {} : { refunded: fromWire(refunded, currency) }),
    ...(typeof testMode === 'boolean' ? { testMode } : {}),
    ...(typeof updated === 'number' ? { updatedAt: updated * 1000 } : {}),
  };
}

/** The operation that an invoice is news of. */
export function newsOf({ attributes }: Invoice): Operation {
  return operationOf(invoiceState(attributes.status), attributes.payment_flow === 'delayed_charge');
}

export function toOutcome(invoice: Invoice, operation: Operation, frame: OutcomeFrame): ReportedOutcome | undefined {
  const { attributes } = invoice;
  const state = invoiceState(attributes.status);
  const facts = {
    provider: frame.provider,
    ...(typeof attributes.reference_id === 'string' ? { reference: attributes.reference_id } : {}),
    providerReference: invoice.id,
    raw: detailsOf(attributes, frame.secrets),
  };
  switch (verdictOn(operation, state)) {
    case 'absent':
      return undefined;
    case 'approved':
      return { status: 'approved', ...facts, amount: amountOf(attributes, operation), ...tokenOf(attributes, frame), ...toCardSummary(attributes) };
    case 'declined':
      return { status: 'declined', ...facts, decline: declineOf(state, attributes.resolution) };
    case 'pending':
      return { status: 'pending', ...facts, reason: attributes.moderation_required === true ? 'moderation' : 'processing' };
    case 'unmapped':
      return { status: 'pending', ...facts, reason: 'unmapped_status' };
  }
}

/** Whether the state ends an invoice whose money was not taken. */
export function isWithoutMoney(state: InvoiceState): boolean {
  return verdictOn('charge', state) === 'declined';
}

/**
 * How much the operation was about. A payment processed in full may show its amount with the shopper's fee on top; one
 * processed in part shows less than either.
 */
function amountOf(attributes: InvoiceAttributes, operation: Operation): Money {
  const { amount, payment_amount: paid, processed_amount: processed, refunded_amount: refunded, currency } = attributes;
  const whole = fromWire(amount, currency);
  if (operation === 'refund') return refunded === null || refunded === undefined ? whole : fromWire(refunded, currency);
  if (operation === 'authorize' || operation === 'void') return whole;
  if (processed === null || processed === undefined) return whole;
  const taken = fromWire(processed, currency);
  const isWhole = operation !== 'capture' && paid !== null && paid !== undefined && taken.equals(fromWire(paid, currency));
  return isWhole ? whole : taken;
}

function tokenOf({ payload }: InvoiceAttributes, frame: OutcomeFrame): { token?: CardToken } {
  if (typeof payload.token !== 'string' || payload.token === '') return {};
  const customer = frame.customerReference === undefined ? {} : { customerReference: frame.customerReference };
  return { token: new CardToken({ provider: frame.provider, value: payload.token, ...customer }) };
}

function detailsOf(attributes: InvoiceAttributes, secrets: readonly string[]): Record<string, string> {
  const { status, resolution, resolution_message: message, rrn, approval_code: approvalCode } = attributes;
  return redactDetails({ status, resolution, message, retrievalReference: rrn, approvalCode }, secrets);
}
