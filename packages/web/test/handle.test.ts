import { describe, expect, test } from 'vitest';
import { openStub } from './world/stub.ts';
import { openShop } from './world/shop.ts';

describe('the handlers under their path', () => {
  test.each([
    '/',
    '/payments',
    '/payments/',
    '/payments/challenge',
    '/payments/challenge/',
    '/payments/challenge/a/b',
    '/payments//challenge/a',
    '/payments/webhooks',
    '/payments/webhooks/',
    '/payments/webhooks/paymega/',
    '/payments/Webhooks/paymega',
    '/payments/constructor/a',
    '/payments/__proto__/a',
    '/payments/other/a',
    '/paymentswebhooks/paymega',
    '/other/payments/webhooks/paymega',
    '/payments/webhooks/../paymega',
    '/payments/webhooks/%2e%2e/paymega',
  ])('know nothing of %s', async (path) => {
    for (const method of ['GET', 'POST', 'HEAD', 'OPTIONS']) {
      const response = await openStub().web.handle(new Request(`https://shop.test${path}`, { method }));
      expect([response.status, await response.text()]).toEqual([404, '']);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  test.each(['nobody', 'constructor', '__proto__', 'toString', '%70aymega%2F..', '%ff', '%', 'a%0d%0aset-cookie:b'])(
    'know no provider that is called %s',
    async (provider) => {
      const shop = openShop();
      const url = `https://shop.test/payments/webhooks/${provider}`;
      const response = await shop.ask(url, { method: 'POST', body: '{}' });
      expect(response.status).toBe(404);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(JSON.stringify(shop.events)).not.toMatch(/[\r\n]|set-cookie/);
    },
  );

  test.each(['https://shop.test', 'https://shop.test/', 'https://shop.test/a/b', 'https://shop.test/a/b/'])(
    'may stand at %s',
    async (baseUrl) => {
      const { web } = openStub({ web: { baseUrl } });
      const { challengeUrl } = web.links('order-1');
      expect(challengeUrl.startsWith(`${baseUrl.replace(/\/$/, '')}/challenge/order-1.`)).toBe(true);
      expect((await web.handle(new Request(challengeUrl))).status).toBe(200);
      expect(web.webhookUrl).toBe(`${baseUrl.replace(/\/$/, '')}/webhooks/{provider}`);
    },
  );

  test('may be mounted one by one', async () => {
    const { web } = openStub();
    const { challengeUrl, request } = web.links('order-1');
    const last = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
    const { challengePage, challengeReturn } = web;
    const ask = new Request('https://shop.test/anywhere');
    expect((await challengePage(ask, last(challengeUrl))).status).toBe(200);
    expect((await challengeReturn(ask, last(request.returnUrl), 'return')).status).toBe(303);
    expect((await challengeReturn(ask, last(request.threeDSecure.termUrl ?? ''), 'term')).status).toBe(303);
    expect((await challengePage(ask, last(request.returnUrl))).status).toBe(404);
  });
});
