import { createMemoryJournal } from '@ducat/journal-memory';
import { createPayments } from '@ducat/payments';
import { browse, text } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import { createWebHandlers } from '../src/index.ts';
import type { ProviderName } from './world/simulators.ts';
import { linkKey, openShop, result } from './world/shop.ts';
import type { Shop } from './world/shop.ts';
import { form } from './world/stub.ts';

const providers: readonly ProviderName[] = ['paymega', 'paycross'];

/** Lets the shopper confirm, and takes from the browser what the bank made it post, before the merchant has it. */
async function answerOf(shop: Shop, key: string): Promise<string> {
  const { challengeUrl } = shop.web.links(key);
  const isMerchant = (url: string): boolean => url.includes('/term/');
  const answers = { answer: 'approve', decision: 'approve' };
  const arrival = await browse({ url: challengeUrl }, { answers, isMerchant, send: shop.send });
  return text(arrival.body);
}

/** When it was asked about, Paymega says of a challenge no more than that it is under way. */
const open = ['action_required', 'pending'];

const termOf = (shop: Shop, key: string): string => shop.web.links(key).request.threeDSecure.termUrl ?? '';

describe.each(providers)('at %s', (provider) => {
  test('an answer that is replayed is answered alike and charges once', async () => {
    const shop = openShop({ provider });
    await shop.pay('order-1', shop.cards.version1);
    const answer = form(await answerOf(shop, 'order-1'));
    for (let time = 0; time < 5; time += 1) {
      const response = await shop.ask(termOf(shop, 'order-1'), answer);
      expect([response.status, response.headers.get('location')]).toEqual([303, `${result}?payment=order-1`]);
    }
    expect(await shop.status('order-1')).toBe('approved');
    expect(shop.bank.totals('EUR').captured).toBe(1050n);
  });

  test('an answer of another payment pays neither', async () => {
    const shop = openShop({ provider });
    await shop.pay('order-1', shop.cards.version1);
    await shop.pay('order-2', shop.cards.version1, '20.00');
    const answer = form(await answerOf(shop, 'order-2'));
    await shop.ask(termOf(shop, 'order-1'), answer);
    expect(open).toContain(await shop.status('order-1'));
    expect(open).toContain(await shop.status('order-2'));
    expect(shop.bank.entries).toEqual([]);
    await shop.ask(termOf(shop, 'order-2'), answer);
    expect(open).toContain(await shop.status('order-1'));
    expect(await shop.status('order-2')).toBe('approved');
    expect(shop.bank.totals('EUR').captured).toBe(2000n);
  });

  test('an answer that was made up, or changed on the way, pays nothing (defect 28)', async () => {
    const shop = openShop({ provider });
    await shop.pay('order-1', shop.cards.version1);
    const genuine = new URLSearchParams(await answerOf(shop, 'order-1'));
    const changed = new URLSearchParams(genuine);
    changed.set('PaRes', `A${genuine.get('PaRes')?.slice(1)}`);
    const madeUp = 'cres=eyJ0cmFuc1N0YXR1cyI6IlkifQ';
    for (const body of ['status=approved', madeUp, 'PaRes=WQ&MD=1', changed.toString()]) {
      const response = await shop.ask(termOf(shop, 'order-1'), form(body));
      expect([response.status, response.headers.get('location')]).toEqual([303, `${result}?payment=order-1`]);
    }
    await shop.ask(`${shop.web.links('order-1').request.returnUrl}?status=successful&uid=1`);
    expect(open).toContain(await shop.status('order-1'));
    expect(shop.bank.entries).toEqual([]);
    await shop.ask(termOf(shop, 'order-1'), form(genuine.toString()));
    expect(await shop.status('order-1')).toBe('approved');
  });

  test('the shopper, the webhook and recovery at once charge once and agree (defects 29, 31)', async () => {
    const shop = openShop({ provider });
    await shop.pay('order-1', shop.cards.version1);
    const answer = await answerOf(shop, 'order-1');
    const back = (): Promise<Response> => shop.ask(termOf(shop, 'order-1'), form(answer));
    const statuses = await Promise.all([back(), back(), shop.clock.advance(60_000), shop.payments.recover(), back()]);
    expect(statuses.flatMap((each) => (each instanceof Response ? [each.status] : []))).toEqual([303, 303, 303]);
    await shop.courier.idle();
    await shop.ask(termOf(shop, 'order-1'), form('PaRes=WQ&MD=1'));
    expect(await shop.status('order-1')).toBe('approved');
    expect(shop.bank.totals('EUR').captured).toBe(1050n);
  });

  test('the shopper may take long, and the bank be asked about it meanwhile', async () => {
    const shop = openShop({ provider });
    await shop.pay('order-1', shop.cards.version1);
    const answer = await answerOf(shop, 'order-1');
    for (const seconds of [10, 30, 60, 300]) {
      await shop.clock.advance(1000 * seconds);
      await shop.payments.recover();
      expect(await shop.status('order-1')).toBe('action_required');
      expect((await shop.ask(shop.web.links('order-1').challengeUrl)).status).toBe(200);
    }
    await shop.ask(termOf(shop, 'order-1'), form(answer));
    expect(await shop.status('order-1')).toBe('approved');
    expect(shop.events.filter(({ type }) => type === 'answer_ignored')).toEqual([]);
  });

  test('the shopper may come back to another node than the one that was left', async () => {
    const journal = createMemoryJournal();
    const shop = openShop({ provider, journal });
    await shop.pay('order-1', shop.cards.version1);
    const answer = await answerOf(shop, 'order-1');
    const payments = createPayments({ providers: [shop.provider], journal, clock: shop.clock, recovery: false });
    const baseUrl = 'https://shop.test/payments';
    const other = createWebHandlers({ payments, baseUrl, linkKeys: [linkKey], resultUrl: result });
    const response = await other.handle(new Request(termOf(shop, 'order-1'), form(answer)));
    expect(response.status).toBe(303);
    expect(await shop.status('order-1')).toBe('approved');
  });
});
