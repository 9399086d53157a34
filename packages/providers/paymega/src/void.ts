import type { Call } from '@ducat/adapter-kit';
import { moneyPort, withoutEffect } from '@ducat/adapter-kit';
import type { Money, Void, VoidRequest } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { fromWire } from './translate/money.ts';
import { toChildAnswer } from './translate/child-answer.ts';
import { captureLimits } from './translate/request-limits.ts';
import { readInvoice } from './wire/invoice.ts';

/**
 * Paymega "Two-step payments", void: the full amount only, and the request names none. So the invoice is read first: a
 * part must not become the whole.
 */
export function voidAuthorization(client: PaymegaClient): Void['void'] {
  return moneyPort<VoidRequest>(client.port, captureLimits, async ({ authorization: id, amount }, call) => {
    call.providerReference = id;
    await requireFull(client, id, amount, call);
    const data = { id, type: 'payment-invoices', attributes: {} };
    const invoice = readInvoice(await client.post(`/payment-invoices/${id}/void`, data, call));
    return toChildAnswer(invoice, 'void', id, amount, call);
  });
}

async function requireFull(client: PaymegaClient, id: string, asked: Money, call: Call): Promise<void> {
  const { attributes } = await withoutEffect(call, async () => readInvoice(await client.get(`/payment-invoices/${id}`, call)));
  const held = fromWire(attributes.amount, attributes.currency);
  if (!asked.equals(held)) {
    throw invalidRequest('amount', `must be all that is held, ${held.toString()}: Paymega voids the full amount only`);
  }
}
