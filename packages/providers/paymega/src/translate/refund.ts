import { statusTable } from '@ducat/adapter-kit';
import type { Money, ReportedOutcome } from '@ducat/core';
import type { Invoice, InvoiceAttributes, ListedRefund } from '../wire/invoice.ts';
import { declineOf } from './decline.ts';
import { fromWire } from './money.ts';
import type { OutcomeFrame } from './outcome.ts';
import { detailsOf } from './outcome.ts';
import type { InvoiceState } from './status.ts';
import { invoiceState } from './status.ts';
import type { Verdict } from './verdict.ts';
import { verdictOn } from './verdict.ts';

/** One refund of an invoice, or what is known of all of them. */
export interface ReportedRefund {
  readonly outcome: ReportedOutcome;
  readonly amount: Money;
}

/**
 * The refunds of an invoice, newest first. An invoice lists them in `refunds`, whose items no page shows: where they
 * cannot be told apart there are only the sum and the state. Those prove nothing of one refund once money went back by
 * any of them, so a named one is then pending for good.
 */
export function refundsOf(invoice: Invoice, frame: OutcomeFrame, reference?: string): readonly ReportedRefund[] {
  const common = { invoice, provider: frame.provider, raw: detailsOf(invoice.attributes, frame.secrets) };
  const listed = invoice.attributes.refunds ?? [];
  if (listed.length > 0) {
    const asked = listed.filter(({ reference_id: own }) => reference === undefined || own === reference);
    return asked.map((refund) => ofListed(common, refund)).toReversed();
  }
  const state = invoiceState(invoice.attributes.status);
  const sum = refundedBy(invoice.attributes);
  const verdict = verdictOn('refund', state);
  if (verdict === 'absent' && sum.minorUnits === 0n) return [];
  const isBeyondDoubt = state === 'refunded' || sum.minorUnits === 0n || reference === undefined;
  const told = verdict === 'absent' ? 'approved' : verdict;
  return [report(common, isBeyondDoubt ? told : 'pending', state, amountTold(invoice.attributes, sum))];
}

/** How much of the invoice was given back so far, by all refunds. */
export function refundedBy({ refunded_amount: refunded, currency }: InvoiceAttributes): Money {
  return fromWire(refunded ?? 0, currency);
}

const verdictOnListed = statusTable<Verdict>(
  {
    created: 'pending',
    pending: 'pending',
    processing: 'pending',
    process_pending: 'pending',
    refund_pending: 'pending',
    refunding: 'pending',
    processed: 'approved',
    refunded: 'approved',
    failed: 'declined',
    process_failed: 'declined',
    refund_failed: 'declined',
  },
  () => 'unmapped',
);

/** What all refunds of an invoice share. */
interface Common {
  readonly invoice: Invoice;
  readonly provider: string;
  readonly raw: Readonly<Record<string, string>>;
}

function ofListed(common: Common, refund: ListedRefund): ReportedRefund {
  const amount = fromWire(refund.amount, common.invoice.attributes.currency);
  return report(common, verdictOnListed(refund.status), 'refund_failed', amount, refund.reference_id);
}

function report(
  { invoice, provider, raw }: Common,
  verdict: Verdict,
  state: InvoiceState,
  amount: Money,
  reference?: string,
): ReportedRefund {
  const facts = {
    provider,
    ...(reference === undefined ? {} : { reference }),
    providerReference: invoice.id,
    raw,
  };
  if (verdict === 'approved') return { amount, outcome: { status: 'approved', ...facts, amount } };
  if (verdict === 'declined') {
    return {
      amount,
      outcome: { status: 'declined', ...facts, decline: declineOf(state, invoice.attributes.resolution) },
    };
  }
  return {
    amount,
    outcome: { status: 'pending', ...facts, reason: verdict === 'unmapped' ? 'unmapped_status' : 'processing' },
  };
}

function amountTold({ amount, currency }: InvoiceAttributes, sum: Money): Money {
  return sum.minorUnits === 0n ? fromWire(amount, currency) : sum;
}
