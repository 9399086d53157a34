import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { AttemptReference, Money, Operation, ReportedOutcome } from '@ducat/core';
import { CardToken } from '@ducat/core';
import type { Invoice, InvoiceAttributes } from '../wire/invoice.ts';
import { toCardSummary } from './card-summary.ts';
import { declineOf, isDecided } from './decline.ts';
import { fromWire } from './money.ts';
import { invoiceState } from './status.ts';
import { verdictOn } from './verdict.ts';

/** What is known beside the invoice itself. */
export interface OutcomeFrame {
  readonly provider: string;
  readonly customerReference?: string | undefined;
  /** Secrets of the request, which no printed text may repeat. */
  readonly secrets: readonly string[];
}

/** What an invoice was made for. */
export interface Intent {
  readonly operation: Operation;
  readonly amount: Money;
  readonly testMode: boolean | undefined;
}

/** What an invoice that was just made has to agree with, before anything is paid on it. */
export function requireInvoice({ attributes }: Invoice, { operation, amount, testMode }: Intent, call: Call): void {
  requireFlow(attributes, operation);
  requireEcho({
    amount: [amount, fromWire(attributes.amount, attributes.currency)],
    reference: [call.reference, attributes.reference_id ?? undefined],
    testMode: [testMode ?? false, attributes.test_mode ?? undefined],
  });
}

/** `undefined` when the invoice says that the operation has not been done. */
export function toOutcome(invoice: Invoice, operation: Operation, frame: OutcomeFrame): ReportedOutcome | undefined {
  const { attributes } = invoice;
  requireFlow(attributes, operation);
  const state = invoiceState(attributes.status);
  const isModerated = attributes.moderation_required === true;
  const facts = {
    provider: frame.provider,
    ...referenceOf(attributes, operation),
    providerReference: invoice.id,
    raw: detailsOf(attributes, frame.secrets),
  };
  const pending = { status: 'pending', ...facts, reason: isModerated ? 'moderation' : 'processing' } as const;
  switch (verdictOn(operation, state)) {
    case 'absent':
      return undefined;
    case 'approved':
      // "Payments with tokens": while it is under moderation the operation is blocked, whatever the status says.
      if (isModerated) return pending;
      return {
        status: 'approved',
        ...facts,
        amount: amountOf(attributes, operation),
        ...tokenOf(attributes, frame),
        ...toCardSummary(attributes, frame.secrets),
      };
    case 'declined':
      if (!isDecided(attributes.resolution)) return pending;
      return { status: 'declined', ...facts, decline: declineOf(state, attributes.resolution) };
    case 'pending':
      return pending;
    case 'unmapped':
      return { ...pending, reason: 'unmapped_status' };
  }
}

/**
 * How much the operation was about. A payment processed in full may show its amount with the shopper's fee on top; one
 * processed in part shows less than either.
 */
export function amountOf(attributes: InvoiceAttributes, operation: Operation): Money {
  const { amount, payment_amount: paid, processed_amount: processed, currency } = attributes;
  const whole = fromWire(amount, currency);
  if (operation === 'authorize' || operation === 'void') return whole;
  if (processed === null || processed === undefined) return whole;
  const taken = fromWire(processed, currency);
  const isWhole =
    operation !== 'capture' && paid !== null && paid !== undefined && taken.equals(fromWire(paid, currency));
  return isWhole ? whole : taken;
}

/** What the invoice says in its own words, fit to be printed. */
export function detailsOf(attributes: InvoiceAttributes, secrets: readonly string[]): Record<string, string> {
  const { status, resolution, resolution_message: message, rrn, approval_code: approvalCode } = attributes;
  return redactDetails({ status, resolution, message, retrievalReference: rrn, approvalCode }, secrets);
}

const flows: Readonly<Partial<Record<Operation, 'charge' | 'delayed_charge'>>> = {
  charge: 'charge',
  tokenize: 'charge',
  authorize: 'delayed_charge',
  capture: 'delayed_charge',
  void: 'delayed_charge',
};

/** A payment in one step must not pass for a hold, nor a hold for a payment. */
function requireFlow({ payment_flow: flow }: InvoiceAttributes, operation: Operation): void {
  const asked = flows[operation];
  if (asked === undefined || (flow !== 'charge' && flow !== 'delayed_charge')) return;
  requireEcho({ operation: [asked, flow] });
}

/** An invoice names the attempt that made it, and none of those that captured, voided or refunded it. */
function referenceOf(
  { reference_id: reference }: InvoiceAttributes,
  operation: Operation,
): { reference?: AttemptReference } {
  const isLater = operation === 'capture' || operation === 'void' || operation === 'refund';
  return isLater || typeof reference !== 'string' ? {} : { reference };
}

function tokenOf({ payload }: InvoiceAttributes, frame: OutcomeFrame): { token?: CardToken } {
  if (typeof payload.token !== 'string' || payload.token === '') return {};
  const customer = frame.customerReference === undefined ? {} : { customerReference: frame.customerReference };
  return { token: new CardToken({ provider: frame.provider, value: payload.token, ...customer }) };
}
