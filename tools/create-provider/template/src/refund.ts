import { moneyPort, schemas } from '@ducat/adapter-kit';
import type { Refund, RefundRequest } from '@ducat/core';
import type { TemplateClient } from './client.ts';
import { toWireChild } from './translate/child.ts';
import { toAnswer } from './translate/outcome.ts';

/** Template "Refunds". */
export function refund(client: TemplateClient): Refund['refund'] {
  return moneyPort<RefundRequest>(client.port, schemas.refundRequest, async (request, call) => {
    const { amount, payment: parent } = request;
    const transaction = await client.post(
      '/refunds',
      { ...toWireChild(parent, amount, call), reason: request.reason },
      call,
    );
    return toAnswer(transaction, { operation: 'refund', amount, parent }, call);
  });
}
