import { moneyPort } from '@ducat/adapter-kit';
import type { Void, VoidRequest } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { captureLimits, toWireChild } from './translate/child.ts';
import { toAnswer } from './translate/outcome.ts';

/** PayCross "Void". */
export function voidAuthorization(client: PayCrossClient): Void['void'] {
  return moneyPort<VoidRequest>(client.port, captureLimits, async (request, call) => {
    const body = toWireChild(request, request.authorization, client.money);
    const transaction = await client.post('/transactions/voids', body, call);
    return toAnswer(
      transaction,
      { operation: 'void', amount: request.amount, parent: request.authorization },
      client.money,
      call,
    );
  });
}
