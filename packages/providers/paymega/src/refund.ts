import { moneyPort } from '@ducat/adapter-kit';
import type { Refund, RefundRequest } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { toChildAnswer } from './translate/child-answer.ts';
import { toWireNumber } from './translate/money.ts';
import { refundLimits } from './translate/request-limits.ts';
import { readInvoice } from './wire/invoice.ts';

/** The sibling labels' page "Refund"; not on Paymega's own. A reference that was used before is refused. */
export function refund(client: PaymegaClient): Refund['refund'] {
  return moneyPort<RefundRequest>(client.port, refundLimits, async ({ payment: id, amount, reason }, call) => {
    call.providerReference = id;
    const attributes = { amount: toWireNumber(amount), reference_id: call.reference, description: reason };
    const data = { id, type: 'refund', attributes };
    const invoice = readInvoice(await client.post(`/payment-invoices/${id}/refund`, data, call));
    return toChildAnswer(invoice, 'refund', id, amount, call);
  });
}
