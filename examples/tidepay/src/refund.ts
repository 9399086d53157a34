import { moneyPort, pathSegment, schemas } from '@ducat/adapter-kit';
import type { Refund, RefundRequest } from '@ducat/core';
import type { TidepayClient } from './client.ts';
import { toWireAmount } from './translate/money.ts';
import { toRefundAnswer } from './translate/refund.ts';
import { readRefund } from './wire/refund.ts';

/** API page "Refunds": the currency is the checkout's. */
export function refund(client: TidepayClient): Refund['refund'] {
  return moneyPort<RefundRequest>(client.port, schemas.refundRequest, async ({ payment, amount, reason }, call) => {
    const path = `/checkouts/${pathSegment(payment, 'payment')}/refunds`;
    const answer = await client.post(path, { amount: toWireAmount(amount).amount, note: reason }, call);
    return toRefundAnswer(readRefund(answer), { payment, amount }, call);
  });
}
