import { moneyPort } from '@ducat/adapter-kit';
import type { Charge, ChargeRequest } from '@ducat/core';
import type { TidepayClient } from './client.ts';
import { chargeLimits, toWireCheckout } from './translate/checkout.ts';
import { toAnswer } from './translate/outcome.ts';
import { readCheckout } from './wire/checkout.ts';

/** API page "Checkouts". No page takes money before the shopper pays on it, but a repeat may find one that was paid. */
export function charge(client: TidepayClient): Charge['charge'] {
  return moneyPort<ChargeRequest>(client.port, chargeLimits, async (request, call) => {
    const testMode = request.testMode ?? client.settings.testMode;
    const answer = await client.post('/checkouts', toWireCheckout(request, testMode, call), call);
    return toAnswer(readCheckout(answer), { amount: request.amount, testMode }, call);
  });
}
