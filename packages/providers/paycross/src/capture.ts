import { moneyPort } from '@ducat/adapter-kit';
import type { Capture, CaptureRequest } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { captureLimits, toWireChild } from './translate/child.ts';
import { toAnswer } from './translate/outcome.ts';

/** PayCross "Capture". */
export function capture(client: PayCrossClient): Capture['capture'] {
  return moneyPort<CaptureRequest>(client.port, captureLimits, async (request, call) => {
    const body = toWireChild(request, request.authorization, client.money);
    const transaction = await client.post('/transactions/captures', body, call);
    return toAnswer(
      transaction,
      { operation: 'capture', amount: request.amount, parent: request.authorization },
      client.money,
      call,
    );
  });
}
