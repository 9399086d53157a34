import { browse, createRealClock, empty, listen } from '@ducat/simulator';
import type { SimulatedRequest } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { createPayCrossSimulator } from '../index.ts';
import { authorization, cardOf, credentials, order, textOf } from './merchant.ts';
import type { Body } from './merchant.ts';

async function post(url: string, request: unknown): Promise<Body> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ request }),
  });
  return (await response.json()) as Body;
}

describe('over real HTTP', () => {
  it('runs a challenge from payment to webhook on the origins it listens on', async () => {
    const simulator = createPayCrossSimulator({ ...credentials, clock: createRealClock() });
    const { gatewayUrl, acsUrl, close } = await simulator.listen();
    const received: SimulatedRequest[] = [];
    const shop = await listen({
      shop: async (request) => {
        received.push(request);
        return empty(200);
      },
    });
    try {
      const body = await post(
        `${gatewayUrl}/transactions/payments`,
        order({
          credit_card: cardOf('4012000000003010'),
          return_url: `${shop.origins.shop}/return`,
          notification_url: `${shop.origins.shop}/webhooks`,
        }),
      );
      const { visited, url } = await browse(
        { url: textOf(body['transaction']?.['redirect_url']) },
        { isMerchant: (address) => address.startsWith(shop.origins.shop) },
      );
      await simulator.courier.idle();
      expect(url).toBe(`${shop.origins.shop}/return`);
      expect(visited.map((address) => new URL(address).origin)).toEqual([gatewayUrl, acsUrl, acsUrl, gatewayUrl]);
      expect(simulator.bank.totals('EUR').captured).toBe(1000n);
      expect(received.map(({ path }) => path)).toEqual(['/webhooks']);
    } finally {
      await Promise.all([close(), shop.close()]);
    }
  });

  it('closes the connection when the answer is to be lost', async () => {
    const simulator = createPayCrossSimulator(credentials);
    const { gatewayUrl, close } = await simulator.listen();
    try {
      simulator.controls.loseNextResponse();
      await expect(post(`${gatewayUrl}/transactions/payments`, order({ notification_url: undefined }))).rejects.toThrow(
        'fetch failed',
      );
      expect(simulator.bank.totals('EUR').captured).toBe(1000n);
    } finally {
      await close();
    }
  });
});
