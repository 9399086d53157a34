import { Card } from '@ducat/core';
import { createPayCross } from '@ducat/paycross';
import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import { openMerchant } from './merchant.ts';
import { shop } from './shopper.ts';
import type { World } from './world.ts';

const account = { shopId: '361', secretKey: 'tour-secret-key' };

export async function openPayCross(): Promise<World> {
  const simulator = createPayCrossSimulator(account);
  const [listening, merchant] = await Promise.all([simulator.listen(), openMerchant()]);
  const provider = createPayCross({
    ...account,
    baseUrl: listening.gatewayUrl,
    webhookPublicKey: simulator.publicKey,
    testMode: true,
  });
  const { cards } = simulator;
  return {
    provider,
    cards: {
      approved: card(cards.approved.number),
      challenged: card(cards.challenge.number),
      challengedBefore2: card(cards.threeDSecureOne.number),
      declined: card(cards.declined.number),
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
