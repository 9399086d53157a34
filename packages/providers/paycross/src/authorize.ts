import { moneyPort } from '@ducat/adapter-kit';
import type { Authorize, AuthorizeRequest } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { toAnswer } from './translate/outcome.ts';
import { askedOf, authorizeLimits, toWirePayment } from './translate/payment.ts';

/** PayCross "Authorization". Partial captures need no announcement. */
export function authorize(client: PayCrossClient): Authorize['authorize'] {
  return moneyPort<AuthorizeRequest>(client.port, authorizeLimits, async (request, call) => {
    const asked = askedOf(request, 'authorize', client.settings.testMode, request.storeCard?.usage);
    const body = toWirePayment(request, client, call, request.storeCard?.usage);
    return toAnswer(await client.post('/transactions/authorizations', body, call), asked, client.money, call);
  });
}
