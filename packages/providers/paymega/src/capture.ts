import { moneyPort } from '@ducat/adapter-kit';
import type { Capture, CaptureRequest } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { toDecimalText } from './translate/money.ts';
import { toChildAnswer } from './translate/child-answer.ts';
import { captureLimits } from './translate/request-limits.ts';
import { readInvoice } from './wire/invoice.ts';

/** Paymega "Two-step payments", capture. The amount is a string here and a number in an invoice. */
export function capture(client: PaymegaClient): Capture['capture'] {
  return moneyPort<CaptureRequest>(client.port, captureLimits, async ({ authorization: id, amount }, call) => {
    call.providerReference = id;
    const data = { id, type: 'payment-invoices', attributes: { amount: toDecimalText(amount) } };
    const invoice = readInvoice(await client.post(`/payment-invoices/${id}/capture`, data, call));
    return toChildAnswer(invoice, 'capture', id, amount, call);
  });
}
