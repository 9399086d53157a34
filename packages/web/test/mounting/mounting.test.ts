import { request as openRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { WebHandlers, WebOptions } from '../../src/index.ts';
import type { ProviderName } from '../world/simulators.ts';
import { openShop, result } from '../world/shop.ts';
import type { Shop } from '../world/shop.ts';
import { servers } from './servers.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface MountedShop extends Shop {
  readonly origin: string;
}

/** The server has to stand before its address can be told to the handlers. */
async function mount(framework: string, provider: ProviderName, web: Partial<WebOptions> = {}): Promise<MountedShop> {
  let handle: WebHandlers['handle'] | undefined;
  const server = await servers[framework]?.((request) => (handle ?? nothing)(request));
  if (server === undefined) throw new Error(`there is no ${framework}`);
  closing.push(server.close);
  const shop = openShop({ provider, origin: server.origin, web });
  handle = shop.web.handle;
  return { ...shop, origin: server.origin };
}

const nothing = async (): Promise<Response> => new Response(null, { status: 503 });

async function settle({ clock, courier }: Shop): Promise<void> {
  await clock.advance(1000);
  await courier.idle();
}

describe.each(Object.keys(servers))('on %s', (framework) => {
  test.each<ProviderName>(['paymega', 'paycross'])(
    'a shopper of %s confirms at the bank, and its signed webhooks arrive byte for byte (defect 18)',
    async (provider) => {
      const shop = await mount(framework, provider);
      await shop.pay('order-1', shop.cards.version1);
      const arrival = await shop.walk(shop.web.links('order-1').challengeUrl);
      expect(arrival.url).toBe(`${result}?payment=order-1`);
      expect(await shop.status('order-1')).toBe('approved');
      await settle(shop);
      expect(shop.courier.log.length).toBeGreaterThan(0);
      expect(shop.courier.log.map(({ status }) => status)).toEqual(shop.courier.log.map(() => 200));
      expect(shop.courier.log.every(({ message }) => message.url.startsWith(`${shop.origin}/payments/`))).toBe(true);
    },
  );

  test('a forged webhook is refused, and a page that is not there is not found', async () => {
    const shop = await mount(framework, 'paymega');
    const post = async (path: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'x-signature': 'AAAA' };
      const { status } = await fetch(shop.origin + path, { method: 'POST', headers, body: '{"a":1}' });
      return status;
    };
    expect(await post('/payments/webhooks/paymega')).toBe(400);
    expect(await post('/payments/webhooks/nobody')).toBe(404);
    expect(await post('/payments/other/paymega')).toBe(404);
    expect((await fetch(`${shop.origin}/payments/webhooks/paymega`)).status).toBe(405);
  });

  test('the challenge page comes with its headers, also to HEAD', async () => {
    const shop = await mount(framework, 'paymega');
    await shop.pay('order-1', shop.cards.version1);
    const { challengeUrl } = shop.web.links('order-1');
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(challengeUrl, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'nonce-");
      expect((await response.text()) === '').toBe(method === 'HEAD');
    }
  });

  test('a body that is too large is answered 413, and one that does not come 408', async () => {
    const shop = await mount(framework, 'paymega', { limits: { webhookBytes: 5000, bodyMilliseconds: 100 } });
    const url = `${shop.origin}/payments/webhooks/paymega`;
    const body = new Uint8Array(200_000);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(413);
    const unannounced = new Blob([body]).stream();
    expect((await fetch(url, { method: 'POST', body: unannounced, duplex: 'half' })).status).toBe(413);
    expect(await statusOfSlow(url)).toBe(408);
    expect(shop.events.map((event) => 'answered' in event && event.answered)).toEqual([413, 413, 408]);
  });
});

test.each(['hono', 'fastify', 'express'])('on %s the rest of the shop keeps its parsers', async (framework) => {
  const shop = await mount(framework, 'paymega');
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"hat":1}' };
  const response = await fetch(`${shop.origin}/orders`, init);
  expect(await response.json()).toEqual({ hat: 1 });
});

/** Announces a body, sends one byte of it, and waits. */
async function statusOfSlow(url: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const outgoing = openRequest(url, { method: 'POST', headers: { 'content-length': '100' } }, (incoming) => {
    resolve(incoming.statusCode);
    incoming.resume();
  });
  outgoing.on('error', reject);
  outgoing.write('{');
  return await promise.finally(() => outgoing.destroy());
}
