import { moneyPort } from '@ducat/adapter-kit';
import type { Tokenize, TokenizeRequest } from '@ducat/core';
import { pay } from './charge.ts';
import type { PaymegaClient } from './client.ts';
import { tokenizeLimits } from './translate/request-limits.ts';
import { unsupported } from './translate/way.ts';

/** Paymega "Payments with tokens": there is no call for it, a token is the by-product of a successful payment. */
export function tokenize(client: PaymegaClient): Tokenize['tokenize'] {
  return moneyPort<TokenizeRequest>(client.port, tokenizeLimits, (request, call) => {
    if (request.onPayment !== 'allow') {
      throw unsupported(
        'onPayment',
        'Paymega issues tokens only with a payment; set onPayment to "allow" to charge the amount',
      );
    }
    return pay(client, { operation: 'tokenize', request }, call);
  });
}
