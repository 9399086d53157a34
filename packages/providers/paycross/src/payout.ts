import { moneyPort } from '@ducat/adapter-kit';
import type { Payout, PayoutRequest } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { toAnswer } from './translate/outcome.ts';
import { payoutLimits, toWirePayout } from './translate/payout.ts';

/** PayCross "Payout". */
export function payout(client: PayCrossClient): Payout['payout'] {
  return moneyPort<PayoutRequest>(client.port, payoutLimits, async (request, call) => {
    const testMode = request.testMode ?? client.settings.testMode ?? false;
    const asked = { operation: 'payout', amount: request.amount, testMode } as const;
    const transaction = await client.post('/transactions/payouts', toWirePayout(request, client, call), call);
    return toAnswer(transaction, asked, client.money, call);
  });
}
