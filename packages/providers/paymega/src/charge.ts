import type { Call } from '@ducat/adapter-kit';
import { moneyPort, withoutEffect } from '@ducat/adapter-kit';
import type { Charge, ChargeRequest, Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import type { Payment } from './translate/invoice-request.ts';
import { isTokenWanted, toWireInvoice } from './translate/invoice-request.ts';
import { requireInvoice } from './translate/outcome.ts';
import { chargeLimits } from './translate/request-limits.ts';
import { toWireSale } from './translate/sale-request.ts';
import { answerOf, bearerOf, pageOf, saleOutcome } from './translate/settlement.ts';
import { wayOf } from './translate/way.ts';
import type { Invoice } from './wire/invoice.ts';
import { readInvoice, readInvoices } from './wire/invoice.ts';

/** Paymega "Host-to-host integration" and "Payments with tokens". */
export function charge(client: PaymegaClient): Charge['charge'] {
  return moneyPort<ChargeRequest>(client.port, chargeLimits, (request, call) => pay(client, { operation: 'charge', request }, call));
}

/**
 * A payment of any kind: an invoice, then the shopper's way to the provider's page or a sale at the Cardgate. The invoice
 * alone takes nothing, so until the sale is sent every failure is proof that no money moved.
 */
export async function pay(client: PaymegaClient, payment: Payment, call: Call): Promise<Outcome> {
  const { request } = payment;
  const { id: provider, cardgateUrl, testMode: usualMode } = client.settings;
  const testMode = request.testMode ?? usualMode;
  const way = wayOf(request.source, provider, cardgateUrl);
  const attributes = toWireInvoice(payment, call.reference, testMode);
  const invoice = await createInvoice(client, attributes, call);
  call.providerReference = invoice.id;
  if (!invoice.isNew) {
    requireInvoice(invoice, request.amount, testMode, call);
    return answerOf(invoice, payment, way, call);
  }
  await withoutEffect(call, async () => requireInvoice(invoice, request.amount, testMode, call));
  if (way.kind === 'page') return pageOf(invoice, payment, call);
  const bearer = await withoutEffect(call, async () => bearerOf(invoice));
  const sale = await client.sale(bearer, toWireSale(way.card, request.browser, request.customer?.ipAddress), call);
  const outcome = saleOutcome(sale, invoice, payment, client.relayHosts, call);
  const isSettled = outcome.status === 'action_required' || (outcome.status === 'approved' && !isTokenWanted(payment));
  if (isSettled || (outcome.status === 'pending' && payment.operation !== 'authorize')) return outcome;
  // The sale's answer tells neither why it was declined, nor the token, nor how a two-step payment stands.
  const told = await readBack(client, invoice.id, call);
  const byInvoice = told === undefined ? outcome : answerOf(told, payment, way, call);
  return byInvoice.status === 'pending' ? outcome : byInvoice;
}

/** A reference that was used before is answered by the invoice that used it: no second sale is ever sent for it. */
async function createInvoice(client: PaymegaClient, attributes: object, call: Call): Promise<Invoice & { isNew: boolean }> {
  try {
    const body = { type: 'payment-invoices', attributes };
    const created = await withoutEffect(call, async () => readInvoice(await client.post('/payment-invoices', body, call)));
    return { ...created, isNew: true };
  } catch (thrown) {
    if (!DucatError.is(thrown) || thrown.code !== 'duplicate') throw thrown;
    const path = `/payment-invoices?filter%5Breference_id%5D=${encodeURIComponent(call.reference)}`;
    const [earlier] = readInvoices(await client.get(path, call));
    if (earlier === undefined) throw new DucatError({ ...thrown.toJSON(), effect: 'possible', retry: 'after_lookup' });
    return { ...earlier, isNew: false };
  }
}

async function readBack(client: PaymegaClient, id: string, call: Call): Promise<Invoice | undefined> {
  try {
    return readInvoice(await client.get(`/payment-invoices/${id}`, call));
  } catch (thrown) {
    if (DucatError.is(thrown)) return undefined;
    throw thrown;
  }
}
