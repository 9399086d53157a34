import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { Money, Outcome } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { Invoice } from '../wire/invoice.ts';
import { amountOf } from './outcome.ts';
import { refundedBy, refundsOf } from './refund.ts';
import { invoiceState } from './status.ts';

/** @throws DucatError `invalid_request` when so much of that currency was never taken. */
export function requireRefundable(invoice: Invoice, asked: Money): void {
  const taken = amountOf(invoice.attributes, 'capture');
  if (asked.currency === taken.currency && asked.compare(taken) <= 0) return;
  throw invalidRequest('amount', `must be at most what was taken, ${taken.toString()}`);
}

/** The refund of this very attempt, where the invoice lists it by its reference. */
export function earlierRefund(invoice: Invoice, asked: Money, call: Call): Outcome | undefined {
  if ((invoice.attributes.refunds ?? []).length === 0) return undefined;
  const [own] = refundsOf(invoice, call, call.reference);
  if (own === undefined) return undefined;
  requireEcho({ amount: [asked, own.amount] });
  return own.outcome;
}

/** Whether this attempt may have been carried out before: money went back, and by which refund cannot be told. */
export function isPossiblyDone(before: Invoice): boolean {
  const isListed = (before.attributes.refunds ?? []).length > 0;
  return (
    !isListed &&
    (refundedBy(before.attributes).minorUnits > 0n || invoiceState(before.attributes.status) === 'refunding')
  );
}

/**
 * The outcome of a refund from the invoice it was answered with. Where the invoice lists no refunds it shows the sum of
 * all, so it is what the sum grew by that counts.
 */
export function toRefundAnswer(before: Invoice, after: Invoice, asked: Money, call: Call): Outcome {
  const listed = earlierRefund(after, asked, call);
  if (listed !== undefined) return listed;
  const { provider, reference, secrets } = call;
  // A list without this attempt tells of others; the sum may have grown by one of those.
  const isOfOthers = (after.attributes.refunds ?? []).length > 0;
  const told = isOfOthers ? undefined : refundsOf(after, call)[0];
  const grown = refundedBy(after.attributes).minus(refundedBy(before.attributes));
  const hasFailedNow = told?.outcome.status === 'declined' && before.attributes.status !== after.attributes.status;
  if (told !== undefined && hasFailedNow) return { ...told.outcome, reference };
  if (told?.outcome.status === 'approved' && grown.compare(asked) >= 0) {
    return { ...told.outcome, reference, amount: asked };
  }
  const isUnmapped = invoiceState(after.attributes.status) === 'unmapped';
  const raw = redactDetails({ status: after.attributes.status }, secrets);
  const reason = isUnmapped ? 'unmapped_status' : 'processing';
  return { status: 'pending', provider, reference, providerReference: after.id, reason, raw };
}
