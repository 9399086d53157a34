import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openShop, order } from '../world/shop.ts';
import { pay, thanks } from './checkout.ts';
import { handlersFor } from './handlers.ts';

const root = new URL('../../../../', import.meta.url);
const place = new URL('docs/how-to/mount-the-web-handlers.md', root);
const text = readFileSync(place, 'utf8');

const snippets = Array.from(text.matchAll(/^```ts file=(\S+)\n(.*?)^```$/gms), ([, file = '', code = '']) => ({
  file,
  code,
}));

describe('the how-to', () => {
  test('has nothing but snippets that are tested', () => {
    const names = ['handlers', 'checkout', 'hono', 'fastify', 'express', 'next', 'node'];
    expect(snippets.map(({ file }) => file)).toEqual(names.map((name) => `packages/web/test/mounting/${name}.ts`));
    expect(text.match(/^```/gm)).toHaveLength(snippets.length * 2);
  });

  test.each(snippets)('quotes $file as it is', ({ file, code }) => {
    expect(code).toBe(readFileSync(new URL(file, root), 'utf8'));
  });

  test('has links that lead somewhere', () => {
    const links = Array.from(text.matchAll(/\]\(([^)#]+)\)/g), ([, link = '']) => link);
    expect(links.filter((link) => !existsSync(new URL(link, place)))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });

  test('takes a shopper from the checkout to the bank and back', async () => {
    const shop = openShop();
    const silent = (): void => undefined;
    const logger = { debug: silent, info: silent, warn: silent, error: silent };
    const web = handlersFor(shop.payments, 'k'.repeat(8) + 'abcdefghijklmnopqrstuvwxyz', logger);
    const toBank = await pay(shop.payments, web, order(shop.cards.version1), 'order-1');
    expect([toBank.status, toBank.headers.get('location')]).toEqual([303, web.links('order-1').challengeUrl]);
    const result = new URL('https://shop.example/thanks?payment=order-1');
    expect(await thanks(shop.payments, result)).toBe('We are still waiting for your bank.');
    const page = await web.handle(new Request(web.links('order-1').challengeUrl));
    expect(page.status).toBe(200);
    const paid = await pay(shop.payments, web, order(shop.cards.approved), 'order-2');
    expect(paid.headers.get('location')).toBe('https://shop.example/thanks?payment=order-2');
    result.searchParams.set('payment', 'order-2');
    expect(await thanks(shop.payments, result)).toBe('Thank you: it is paid.');
  });
});
