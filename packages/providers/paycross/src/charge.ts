import { moneyPort } from '@ducat/adapter-kit';
import type { Charge, ChargeRequest } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { toAnswer } from './translate/outcome.ts';
import { askedOf, chargeLimits, toWirePayment } from './translate/payment.ts';

/** PayCross "Payment". */
export function charge(client: PayCrossClient): Charge['charge'] {
  return moneyPort<ChargeRequest>(client.port, chargeLimits, async (request, call) => {
    const asked = askedOf(request, 'charge', client.settings.testMode, request.storeCard?.usage);
    const body = toWirePayment(request, client, call, request.storeCard?.usage);
    return toAnswer(await client.post('/transactions/payments', body, call), asked, client.money, call);
  });
}
