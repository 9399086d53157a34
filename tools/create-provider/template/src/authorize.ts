import { moneyPort, schemas } from '@ducat/adapter-kit';
import type { Authorize, AuthorizeRequest } from '@ducat/core';
import type { TemplateClient } from './client.ts';
import { toAnswer } from './translate/outcome.ts';
import { isTest, toWirePayment } from './translate/payment.ts';

/** Template "Authorizations". Partial captures need no announcement. */
export function authorize(client: TemplateClient): Authorize['authorize'] {
  return moneyPort<AuthorizeRequest>(client.port, schemas.authorizeRequest, async (request, call) => {
    const testMode = isTest(request, client.settings);
    const transaction = await client.post('/authorizations', toWirePayment(request, testMode, call), call);
    return toAnswer(transaction, { operation: 'authorize', amount: request.amount, testMode }, call);
  });
}
