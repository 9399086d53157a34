import type { Money } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { Invoice } from '../wire/invoice.ts';
import { fromWire } from './money.ts';
import { amountOf } from './outcome.ts';
import type { InvoiceState } from './status.ts';
import { invoiceState } from './status.ts';

/**
 * Whether the amount can be captured from the invoice. The request carries no currency, so the invoice must be asked for
 * its own: 100 of another one would be 100 of it.
 *
 * @throws DucatError `invalid_request`; `refused` when the hold is gone; `duplicate` when this amount was captured before,
 * maybe by an earlier try of the same attempt, of which nothing on the wire tells.
 */
export function requireCapturable(invoice: Invoice, asked: Money): void {
  const held = heldBy(invoice);
  if (asked.currency !== held.currency || asked.compare(held) > 0) {
    throw invalidRequest('amount', `must be at most what is held, ${held.toString()}`);
  }
  const state = invoiceState(invoice.attributes.status);
  if (isGone(state)) throw refused('the hold was released or never made');
  if (!isTaken(state)) return;
  const taken = amountOf(invoice.attributes, 'capture');
  if (state !== 'capturing' && !asked.equals(taken)) throw refused(`${taken.toString()} of it was captured before`);
  const message = 'the hold was captured before, maybe by this attempt';
  throw new DucatError({ code: 'duplicate', message, effect: 'possible' });
}

/**
 * Whether a void has still to be sent: not when the hold is gone already.
 * @throws DucatError `invalid_request` for anything but all of it: the request names no amount, so a part would become
 * the whole; `refused` when it was captured.
 */
export function isVoidable(invoice: Invoice, asked: Money): boolean {
  const held = heldBy(invoice);
  if (!asked.equals(held)) {
    throw invalidRequest('amount', `must be all that is held, ${held.toString()}: Paymega voids the full amount only`);
  }
  const state = invoiceState(invoice.attributes.status);
  if (isTaken(state)) throw refused('the hold was captured before');
  return !isGone(state) && state !== 'voiding';
}

function heldBy({ attributes }: Invoice): Money {
  if (attributes.payment_flow !== 'charge') return fromWire(attributes.amount, attributes.currency);
  throw invalidRequest('authorization', 'names a payment in one step: there is no hold to capture or void');
}

function isGone(state: InvoiceState): boolean {
  return state === 'failed' || state === 'expired' || state === 'canceled' || state === 'voided';
}

const taken: ReadonlySet<InvoiceState> = new Set<InvoiceState>([
  'capturing',
  'paid',
  'partly_paid',
  'refunding',
  'refunded',
  'partly_refunded',
  'refund_failed',
  'charged_back',
]);

function isTaken(state: InvoiceState): boolean {
  return taken.has(state);
}

function refused(message: string): DucatError {
  return new DucatError({ code: 'refused', message, effect: 'none' });
}
