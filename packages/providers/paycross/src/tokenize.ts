import { moneyPort } from '@ducat/adapter-kit';
import type { Tokenize, TokenizeRequest } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { toAnswer } from './translate/outcome.ts';
import { askedOf, toWirePayment, tokenizeLimits } from './translate/payment.ts';

/** PayCross "Tokenization": no money moves; the amount is what 3-D Secure shows. */
export function tokenize(client: PayCrossClient): Tokenize['tokenize'] {
  return moneyPort<TokenizeRequest>(client.port, tokenizeLimits, async (request, call) => {
    const asked = askedOf(request, 'tokenize', client.settings.testMode, request.usage);
    const body = toWirePayment(request, client, call, request.usage);
    return toAnswer(await client.post('/transactions/tokenizations', body, call), asked, client.money, call);
  });
}
