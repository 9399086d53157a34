import { ShopperStopped } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import { openShop, result } from './world/shop.ts';
import type { ShopPlan } from './world/shop.ts';

const plans: readonly (readonly [string, ShopPlan])[] = [
  ['Paymega, its bank answering by POST', { provider: 'paymega' }],
  ['Paymega, its bank answering by GET', { provider: 'paymega', threeDSecure: { returnMethod: 'GET' } }],
  ['Paymega, its form going by GET', { provider: 'paymega', threeDSecure: { method: 'GET' } }],
  ['Paymega, its TermUrl without a scheme', { provider: 'paymega', threeDSecure: { termUrl: 'without_scheme' } }],
  ['PayCross', { provider: 'paycross' }],
];

describe.each(plans)('at %s', (_name, plan) => {
  describe.each(['version1', 'version2'] as const)('a card of 3-D Secure, %s', (version) => {
    test('is approved when the shopper confirms', async () => {
      const shop = openShop(plan);
      const paid = await shop.pay('order-1', shop.cards[version]);
      expect(paid.status).toBe('action_required');
      const arrival = await shop.walk(shop.web.links('order-1').challengeUrl);
      expect([arrival.method, arrival.url]).toEqual(['GET', `${result}?payment=order-1`]);
      expect(await shop.status('order-1')).toBe('approved');
      expect(shop.bank.totals('EUR').captured).toBe(1050n);
      expect(shop.events).toContainEqual({ type: 'shopper_returned', payment: 'order-1', status: 'approved' });
      expect(shop.events.filter(({ type }) => type === 'answer_ignored' || type === 'page_failed')).toEqual([]);
    });

    test('is declined when the shopper refuses', async () => {
      const shop = openShop(plan);
      await shop.pay('order-1', shop.cards[version]);
      const arrival = await shop.walk(shop.web.links('order-1').challengeUrl, 'refuse');
      expect(arrival.url).toBe(`${result}?payment=order-1`);
      expect(await shop.status('order-1')).toBe('declined');
      expect(shop.bank.entries).toEqual([]);
    });

    test('stays open when the shopper leaves, and goes on when the shopper comes back', async () => {
      const shop = openShop(plan);
      await shop.pay('order-1', shop.cards[version]);
      const { challengeUrl } = shop.web.links('order-1');
      await expect(shop.walk(challengeUrl, 'abandon')).rejects.toThrow(ShopperStopped);
      expect(await shop.status('order-1')).toBe('action_required');
      await shop.walk(challengeUrl);
      expect(await shop.status('order-1')).toBe('approved');
    });
  });

  test('the webhook comes to the address that the links gave it', async () => {
    const shop = openShop(plan);
    await shop.pay('order-1', shop.cards.version1);
    await shop.walk(shop.web.links('order-1').challengeUrl);
    await shop.clock.advance(1000);
    await shop.courier.idle();
    expect(shop.courier.log.length).toBeGreaterThan(0);
    expect(shop.courier.log.every(({ outcome, status }) => outcome === 'accepted' && status === 200)).toBe(true);
    expect(shop.events).toContainEqual({
      type: 'webhook_received',
      provider: plan.provider,
      status: 'recorded',
      payment: 'order-1',
    });
  });

  test('no event has card data, keys or what the bank sent', async () => {
    const shop = openShop(plan);
    await shop.pay('order-1', shop.cards.version1);
    await shop.walk(shop.web.links('order-1').challengeUrl);
    await shop.courier.idle();
    expect(JSON.stringify(shop.events)).not.toMatch(/4000010|4012000|secret|sk_|PaRes|PaReq|cres|k9VtGq/);
  });
});
