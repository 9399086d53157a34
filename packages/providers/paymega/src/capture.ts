import { moneyPort, withoutEffect } from '@ducat/adapter-kit';
import type { Capture, CaptureRequest } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { toChildAnswer } from './translate/child-answer.ts';
import { requireCapturable } from './translate/hold.ts';
import { toDecimalText } from './translate/money.ts';
import { captureLimits } from './translate/request-limits.ts';

/** Paymega "Two-step payments", capture. The amount is a string here and a number in an invoice. */
export function capture(client: PaymegaClient): Capture['capture'] {
  return moneyPort<CaptureRequest>(client.port, captureLimits, async ({ authorization: id, amount }, call) => {
    call.providerReference = id;
    const data = { id, type: 'payment-invoices', attributes: { amount: toDecimalText(amount) } };
    requireCapturable(await withoutEffect(call, () => client.invoice('/payment-invoices', id, call)), amount);
    const invoice = await client.post(`/payment-invoices/${id}/capture`, data, call);
    return toChildAnswer(invoice, 'capture', amount, call);
  });
}
