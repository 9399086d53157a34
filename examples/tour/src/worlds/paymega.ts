import { Card } from '@ducat/core';
import { createPaymega } from '@ducat/paymega';
import { createPaymegaSimulator } from '@ducat/paymega/simulator';
import { openMerchant } from './merchant.ts';
import { shop } from './shopper.ts';
import type { World } from './world.ts';

const account = {
  accountId: 'coma_tour',
  apiKey: 'tour-api-key',
  privateKeys: { live: 'sk_live_tour', test: 'sk_test_tour' },
};

export async function openPaymega(): Promise<World> {
  const simulator = createPaymegaSimulator(account);
  const [listening, merchant] = await Promise.all([simulator.listen(), openMerchant()]);
  const { apiUrl, cardgateUrl } = listening;
  const provider = createPaymega({ ...account, baseUrl: apiUrl, cardgateUrl, testMode: true });
  const { cards } = simulator;
  return {
    provider,
    cards: {
      approved: card(cards.approved),
      challenged: card(cards.approvedAfterChallenge),
      challengedBefore2: card(cards.approvedAfterChallenge),
      // The test connector takes the reason of the decline from the expiry date.
      declined: new Card({
        number: cards.declined,
        expiryMonth: 5,
        expiryYear: 2029,
        holder: 'Jane Doe',
        securityCode: '123',
      }),
    },
    merchant,
    shop: (action) => shop(action, new URL(merchant.returnUrl).origin),
    async close() {
      await Promise.all([provider.close(), listening.close(), merchant.close()]);
    },
  };
}

function card(number: string): Card {
  return new Card({ number, expiryMonth: 10, expiryYear: 2035, holder: 'Jane Doe', securityCode: '123' });
}
