import { moneyPort, schemas } from '@ducat/adapter-kit';
import type { Void, VoidRequest } from '@ducat/core';
import type { TemplateClient } from './client.ts';
import { toWireChild } from './translate/child.ts';
import { toAnswer } from './translate/outcome.ts';

/** Template "Voids". */
export function voidAuthorization(client: TemplateClient): Void['void'] {
  return moneyPort<VoidRequest>(client.port, schemas.captureRequest, async (request, call) => {
    const { amount, authorization: parent } = request;
    const transaction = await client.post('/voids', toWireChild(parent, amount, call), call);
    return toAnswer(transaction, { operation: 'void', amount, parent }, call);
  });
}
