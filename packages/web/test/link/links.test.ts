import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WebHandlers } from '../../src/index.ts';
import { openStub, pageOf } from '../world/stub.ts';
import { linkKey } from '../world/shop.ts';

const otherKey = 'Zx8Qw3Er5Ty7Ui9Op2As4Df6Gh1Jk0Lm';

async function statusOf(web: WebHandlers, url: string): Promise<number> {
  return (await web.handle(new Request(url))).status;
}

describe('a link', () => {
  test('is the same for every repeat of the request, on every node', () => {
    expect(openStub().web.links('order-1')).toEqual(openStub().web.links('order-1'));
  });

  test('has all it says in its path, and fits where a bank takes 256 characters (defect 59)', () => {
    const baseUrl = `https://shop.test/${'a'.repeat(180 - 18)}`;
    const { request, challengeUrl } = openStub({ web: { baseUrl } }).web.links('k'.repeat(40));
    for (const url of [request.returnUrl, request.threeDSecure.termUrl ?? '', challengeUrl]) {
      expect(url.length).toBeLessThanOrEqual(256);
      expect(new URL(url)).toMatchObject({ search: '', hash: '' });
    }
  });

  test('cannot be guessed from the number of an order (defect 28)', async () => {
    const { web, events } = openStub();
    for (const path of ['challenge/order-1', 'return/order-1', `term/order-1.${'A'.repeat(22)}`]) {
      expect(await statusOf(web, `https://shop.test/payments/${path}`)).toBe(404);
    }
    expect(events.map(({ type }) => type)).toEqual(['link_refused', 'link_refused', 'link_refused']);
  });

  test('leads to no other page than it was made for', async () => {
    const { web } = openStub();
    const { request, challengeUrl } = web.links('order-1');
    const { termUrl = '' } = request.threeDSecure;
    expect(await statusOf(web, termUrl.replace('/term/', '/challenge/'))).toBe(404);
    expect(await statusOf(web, request.returnUrl.replace('/return/', '/challenge/'))).toBe(404);
    expect(await statusOf(web, request.returnUrl.replace('/return/', '/term/'))).toBe(404);
    expect(await statusOf(web, challengeUrl.replace('/challenge/', '/return/'))).toBe(404);
  });

  test('leads nowhere when anything in it is changed', async () => {
    const { web, resumed } = openStub();
    const { returnUrl } = web.links('order-1', { resultUrl: 'https://www.shop.test/thanks?a=1' }).request;
    const start = returnUrl.lastIndexOf('/') + 1;
    const places = fc.integer({ min: start, max: returnUrl.length - 1 });
    const sign = fc.constantFrom('', 'A', 'B', 'a', 'b', '0', '1', '-', '_', '.', '%', '+', '=');
    await fc.assert(
      fc.asyncProperty(places, sign, async (place, other) => {
        const changed = returnUrl.slice(0, place) + other + returnUrl.slice(place + 1);
        fc.pre(changed !== returnUrl);
        expect(await statusOf(web, changed)).toBe(404);
      }),
      { numRuns: 300 },
    );
    expect(resumed).toEqual([]);
  });

  test('that is wrong says no more than one of a payment that nobody knows', async () => {
    const { web } = openStub();
    const unknown = await web.handle(new Request(web.links('order-2').challengeUrl));
    const wrong = await web.handle(new Request('https://shop.test/payments/challenge/order-1'));
    expect([unknown.status, wrong.status]).toEqual([404, 404]);
    const text = await wrong.text();
    expect(await unknown.text()).toBe(text);
    expect(text).not.toContain('order-1');
    expect((await pageOf(new Response(text))).querySelector('[role=alert]')?.text).toContain('wrong or incomplete');
  });

  test('that was made with the key before is good as long as that key is kept', async () => {
    const { challengeUrl } = openStub({ web: { linkKeys: [otherKey] } }).web.links('order-1');
    expect(await statusOf(openStub({ web: { linkKeys: [linkKey, otherKey] } }).web, challengeUrl)).toBe(200);
    expect(await statusOf(openStub({ web: { linkKeys: [linkKey] } }).web, challengeUrl)).toBe(404);
  });

  test.each(['', 'a b', 'a.b', 'a--b', 'ä', 'k'.repeat(41), '../order-1'])('is not made for the key %j', (key) => {
    expect(() => openStub().web.links(key)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});
