import { ShopperStopped, text } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { card, openShop, overHttp } from './merchant.ts';
import type { Answer, AuthenticationPayload, Shop } from './merchant.ts';

const returnUrls = {
  success: 'https://shop.test/ok',
  pending: 'https://shop.test/wait',
  fail: 'https://shop.test/failed',
};

interface Challenged {
  readonly invoice: Answer;
  readonly payload: AuthenticationPayload;
}

async function challenged(shop: Shop, number?: string, attributes: object = {}): Promise<Challenged> {
  const invoice = await shop.create({ return_urls: returnUrls, ...attributes });
  const sale = await shop.sale(invoice, card(number ?? shop.simulator.cards.approvedAfterChallenge));
  expect(sale).toMatchObject({ status: 201, body: { auth_mode: '3ds' } });
  return { invoice, payload: sale.body.auth_payload };
}

const start = ({ payload }: Challenged) => ({ url: payload.action, method: payload.method, fields: payload.params });

describe('a 3-D Secure challenge', () => {
  for (const version of ['1', '2'] as const) {
    for (const method of ['GET', 'POST'] as const) {
      for (const termUrl of ['with_scheme', 'without_scheme'] as const) {
        it(`version ${version} by ${method}, TermUrl ${termUrl}: approved leads to success`, async () => {
          const shop = openShop({ threeDSecure: { version, method, termUrl } });
          const challenge = await challenged(shop);
          expect(Object.keys(challenge.payload.params)).toEqual(
            version === '1' ? ['MD', 'PaReq', 'TermUrl'] : ['creq'],
          );
          expect(shop.simulator.bank.entries).toEqual([]);
          const arrival = await shop.shopper(start(challenge), { answer: 'approve' });
          expect(arrival.url).toBe('https://shop.test/ok');
          expect(shop.seen(challenge.invoice)?.status).toBe('processed');
        });
      }
    }
  }

  it('shows TermUrl with and without a scheme', async () => {
    const shop = openShop();
    expect((await challenged(shop)).payload.params['TermUrl']).toMatch(
      /^https:\/\/cardgate\.paymega\.test\/complete-auth\?pid=pay_/,
    );
    shop.simulator.threeDSecure.termUrl = 'without_scheme';
    expect((await challenged(shop)).payload.params['TermUrl']).toMatch(/^api\.paymega\.test\/3ds-return\?pid=pay_/);
  });

  it('refused ends in a failed payment', async () => {
    const shop = openShop();
    const challenge = await challenged(shop);
    const arrival = await shop.shopper(start(challenge), { answer: 'refuse' });
    expect(arrival.url).toBe('https://shop.test/failed');
    expect(shop.seen(challenge.invoice)).toMatchObject({ status: 'process_failed', resolution: 'client_auth_failed' });
  });

  it('passed can still end in a decline', async () => {
    const shop = openShop();
    const challenge = await challenged(shop, shop.simulator.cards.declinedAfterChallenge);
    expect((await shop.shopper(start(challenge), { answer: 'approve' })).url).toBe('https://shop.test/failed');
  });

  it('abandoned leaves the payment pending until it expires', async () => {
    const shop = openShop();
    const challenge = await challenged(shop);
    await expect(shop.shopper(start(challenge), { answer: 'abandon' })).rejects.toThrow(ShopperStopped);
    expect(shop.seen(challenge.invoice)?.status).toBe('process_pending');
    await shop.clock.advance(172_800_000);
    expect(shop.seen(challenge.invoice)?.status).toBe('expired');
  });

  for (const returnMethod of ['GET', 'POST'] as const) {
    it(`may come back to the merchant by ${returnMethod}, who relays it unmodified`, async () => {
      const shop = openShop({ threeDSecure: { returnMethod } });
      const challenge = await challenged(shop);
      const fields = { ...challenge.payload.params, TermUrl: 'https://shop.test/3ds?attempt=1' };
      const arrival = await shop.shopper({ ...start(challenge), fields }, { answer: 'approve' });
      expect(arrival.method).toBe(returnMethod);
      expect(shop.seen(challenge.invoice)?.status).toBe('process_pending');

      const original = new URL(challenge.payload.params['TermUrl'] ?? '');
      if (returnMethod === 'GET') {
        for (const [name, value] of new URL(arrival.url).searchParams) original.searchParams.append(name, value);
      }
      const relay = async (body: Uint8Array) =>
        shop.network.send(original.href, { method: returnMethod, headers: arrival.headers, body });
      const response = await relay(arrival.body);
      expect(response).toMatchObject({ status: 302, headers: { location: 'https://shop.test/ok' } });
      await relay(arrival.body);
      expect(shop.simulator.bank.entries).toHaveLength(1);
    });
  }

  it('takes no altered or invented answer', async () => {
    const shop = openShop();
    const challenge = await challenged(shop);
    const fields = { ...challenge.payload.params, TermUrl: 'https://shop.test/3ds' };
    const arrival = await shop.shopper({ ...start(challenge), fields }, { answer: 'approve' });
    const original = challenge.payload.params['TermUrl'] ?? '';
    const tried = async (body: string): Promise<number> =>
      (await shop.network.send(original, { method: 'POST', headers: {}, body: new TextEncoder().encode(body) })).status;
    expect(await tried('PaRes=Y&MD=1')).toBe(400);
    expect(await tried(text(arrival.body).replaceAll('%2B', '+'))).toBe(400);
    expect(shop.seen(challenge.invoice)?.status).toBe('process_pending');
    expect(await tried(text(arrival.body))).toBe(302);
  });

  it('works over real HTTP', async () => {
    const shop = await overHttp();
    try {
      const challenge = await challenged(shop, shop.simulator.cards.threeDSecure2);
      const arrival = await shop.shopper(start(challenge), { answer: 'approve' });
      expect(arrival.url).toBe('https://shop.test/ok');
    } finally {
      await shop.close();
    }
  });
});

describe('the hosted payment page', () => {
  const fill = { card_number: '', exp_month: '10', exp_year: '35', cvv: '123', answer: 'approve' };

  it('takes a card, sends the shopper through the challenge and back to the shop', async () => {
    const shop = openShop();
    const invoice = await shop.create({ return_urls: returnUrls });
    const { hpp_url: url } = invoice.body.data.attributes;
    const answers = { ...fill, card_number: shop.simulator.cards.threeDSecure1 };
    expect((await shop.shopper({ url }, answers)).url).toBe('https://shop.test/ok');
    expect((await shop.shopper({ url }, answers)).url).toBe('https://shop.test/ok');
    expect(shop.simulator.bank.entries).toHaveLength(1);
  });

  it('adds the operation context to the return URL when the account wants it', async () => {
    const shop = openShop({ account: { sendOperationContext: true } });
    const invoice = await shop.create();
    const arrival = await shop.shopper(
      { url: invoice.body.data.attributes.flow_data.action },
      { ...fill, card_number: shop.simulator.cards.declined },
    );
    expect(new URL(arrival.url).searchParams.get('id')).toBe(invoice.body.data.id);
    expect(new URL(arrival.url).searchParams.get('amount')).toBe('100');
  });
});
