import { moneyPort } from '@ducat/adapter-kit';
import type { Refund, RefundRequest } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { refundLimits, toWireChild } from './translate/child.ts';
import { toAnswer } from './translate/outcome.ts';

/** PayCross "Refund". */
export function refund(client: PayCrossClient): Refund['refund'] {
  return moneyPort<RefundRequest>(client.port, refundLimits, async (request, call) => {
    const body = { ...toWireChild(request, request.payment, client.money), reason: request.reason };
    const transaction = await client.post('/transactions/refunds', body, call);
    return toAnswer(
      transaction,
      { operation: 'refund', amount: request.amount, parent: request.payment },
      client.money,
      call,
    );
  });
}
