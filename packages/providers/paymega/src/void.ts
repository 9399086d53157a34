import { moneyPort, withoutEffect } from '@ducat/adapter-kit';
import type { Void, VoidRequest } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { toChildAnswer } from './translate/child-answer.ts';
import { isVoidable } from './translate/hold.ts';
import { captureLimits } from './translate/request-limits.ts';

/** Paymega "Two-step payments", void: the full amount only, and the request names none, so the invoice is read first. */
export function voidAuthorization(client: PaymegaClient): Void['void'] {
  return moneyPort<VoidRequest>(client.port, captureLimits, async ({ authorization: id, amount }, call) => {
    call.providerReference = id;
    const held = await withoutEffect(call, () => client.invoice('/payment-invoices', id, call));
    if (!isVoidable(held, amount)) return toChildAnswer(held, 'void', amount, call);
    const data = { id, type: 'payment-invoices', attributes: {} };
    const invoice = await client.post(`/payment-invoices/${id}/void`, data, call);
    return toChildAnswer(invoice, 'void', amount, call);
  });
}
