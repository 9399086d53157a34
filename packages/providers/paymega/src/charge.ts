import type { Call } from '@ducat/adapter-kit';
import { encodeJson, moneyPort, withoutEffect } from '@ducat/adapter-kit';
import type { Charge, ChargeRequest, Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { isRefusal } from './client.ts';
import type { Payment } from './translate/invoice-request.ts';
import { toWireInvoice } from './translate/invoice-request.ts';
import { requireInvoice } from './translate/outcome.ts';
import { chargeLimits } from './translate/request-limits.ts';
import { toWireSale } from './translate/sale-request.ts';
import { answerOf, bearerOf, isSettled, isUntouched, pageOf, reconcile, saleOutcome } from './translate/settlement.ts';
import type { Way } from './translate/way.ts';
import { wayOf } from './translate/way.ts';
import type { Invoice } from './wire/invoice.ts';

/** Paymega "Host-to-host integration" and "Payments with tokens". */
export function charge(client: PaymegaClient): Charge['charge'] {
  return moneyPort<ChargeRequest>(client.port, chargeLimits, (request, call) =>
    pay(client, { operation: 'charge', request }, call),
  );
}

/**
 * A payment of any kind: an invoice, then the shopper's way to the provider's page or a sale at the Cardgate. The invoice
 * alone takes nothing, so until the sale is sent every failure is proof that no money moved.
 */
export async function pay(client: PaymegaClient, payment: Payment, call: Call): Promise<Outcome> {
  const { request, operation } = payment;
  const { id: provider, cardgateUrl, testMode: usualMode } = client.settings;
  const intent = { operation, amount: request.amount, testMode: request.testMode ?? usualMode };
  const way = wayOf(request.source, provider, cardgateUrl);
  const attributes = toWireInvoice(payment, call.reference, intent.testMode);
  // What the platform knows of an earlier try of this attempt it may repeat before the card is sent again.
  if (request.source.kind === 'card')
    call.secrets.push(...encodeJson(toWireSale(request.source, undefined, undefined)).secrets);
  const invoice = await createInvoice(client, attributes, call);
  call.providerReference = invoice.id;
  if (!invoice.isNew) {
    requireInvoice(invoice, intent, call);
    return answerOf(invoice, payment, way, call);
  }
  await withoutEffect(call, async () => requireInvoice(invoice, intent, call));
  if (way.kind === 'page') return pageOf(invoice, payment, call);
  const bearer = await withoutEffect(call, async () => bearerOf(invoice));
  return sell(client, { invoice, payment, way, bearer }, call);
}

/**
 * A reference that was used before is answered by the invoice that used it: no second sale is ever sent for it. The same
 * goes for an invoice that comes back begun: a platform may answer a repeat with what it has.
 */
async function createInvoice(
  client: PaymegaClient,
  attributes: object,
  call: Call,
): Promise<Invoice & { isNew: boolean }> {
  try {
    const data = { type: 'payment-invoices', attributes };
    const created = await withoutEffect(call, () => client.post('/payment-invoices', data, call));
    return { ...created, isNew: isUntouched(created) };
  } catch (thrown) {
    if (!DucatError.is(thrown) || thrown.code !== 'duplicate') throw thrown;
    const [earlier, ...others] = await client.invoicesOf('/payment-invoices', call.reference, call);
    if (earlier === undefined || others.length > 0) throw thrown;
    return { ...earlier, isNew: false };
  }
}

interface Sale {
  readonly invoice: Invoice;
  readonly payment: Payment;
  readonly way: Way & { readonly kind: 'sale' };
  readonly bearer: string;
}

async function sell(client: PaymegaClient, { invoice, payment, way, bearer }: Sale, call: Call): Promise<Outcome> {
  const { request } = payment;
  try {
    const sale = await client.sale(bearer, toWireSale(way.card, request.browser, request.customer?.ipAddress), call);
    const outcome = saleOutcome(sale, invoice, payment, client.relayHosts, call);
    if (isSettled(outcome, payment)) return outcome;
    // The sale's answer tells neither why it was declined, nor the token, nor how a two-step payment stands.
    const told = await readBack(client, invoice.id, call);
    return reconcile(outcome, told && answerOf(told, payment, way, call), invoice, call);
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    // What a Cardgate's refusal looks like no page shows, so it is the invoice that tells whether a payment was begun.
    const told = await readBack(client, invoice.id, call);
    if (told === undefined || isUntouched(told)) throw thrown;
    return answerOf(told, payment, way, call);
  }
}

async function readBack(client: PaymegaClient, id: string, call: Call): Promise<Invoice | undefined> {
  try {
    return await client.invoice('/payment-invoices', id, call);
  } catch (thrown) {
    if (DucatError.is(thrown)) return undefined;
    throw thrown;
  }
}
