import { moneyPort, schemas } from '@ducat/adapter-kit';
import type { Charge, ChargeRequest } from '@ducat/core';
import type { TemplateClient } from './client.ts';
import { toAnswer } from './translate/outcome.ts';
import { isTest, toWirePayment } from './translate/payment.ts';

/** Template "Charges". */
export function charge(client: TemplateClient): Charge['charge'] {
  return moneyPort<ChargeRequest>(client.port, schemas.chargeRequest, async (request, call) => {
    const testMode = isTest(request, client.settings);
    const transaction = await client.post('/charges', toWirePayment(request, testMode, call), call);
    return toAnswer(transaction, { operation: 'charge', amount: request.amount, testMode }, call);
  });
}
