import { describe, expect, test } from 'vitest';
import { held, posts } from './hold.ts';
import { ledger, money } from './shop.ts';

describe('a void', () => {
  for (const voidedStatus of ['voided', 'canceled', 'terminated', 'process_failed']) {
    test(`releases all that is held, whether the platform calls it ${voidedStatus} or not`, async () => {
      const { shop, authorization } = await held({}, { voidedStatus });
      const outcome = await shop.provider.void({ authorization, amount: money('20') }, shop.attempt('void-1'));
      expect(outcome).toMatchObject({ status: 'approved', reference: 'void-1', amount: money('20') });
      expect(ledger(shop, 'hold-1')).toEqual(['authorize 2000', 'void 2000']);
    });
  }

  test('that ends in a word nobody knows is pending', async () => {
    const { shop, authorization } = await held({}, { voidedStatus: 'released' });
    const outcome = await shop.provider.void({ authorization, amount: money('20') }, shop.attempt());
    expect(outcome).toMatchObject({ status: 'pending', reason: 'unmapped_status', raw: { status: 'released' } });
  });

  for (const amount of [money('19.99'), money('20.01'), money('20', 'EUR')]) {
    test(`of ${amount.toString()} out of 20.00 USD is refused before it is sent: the request could not say so`, async () => {
      const { shop, authorization } = await held();
      const released = shop.provider.void({ authorization, amount }, shop.attempt());
      await expect(released).rejects.toMatchObject({
        code: 'invalid_request',
        issues: [{ path: 'amount' }],
        effect: 'none',
      });
      expect(posts(shop, /void/)).toBe(0);
    });
  }

  test('whose answer was lost is unknown, and approved when it is repeated', async () => {
    const { shop, authorization } = await held();
    const request = { authorization, amount: money('20') };
    shop.simulator.controls.disturb({
      surface: 'api',
      method: 'POST',
      when: 'after',
      fault: { kind: 'lose_connection' },
    });
    expect((await shop.provider.void(request, shop.attempt('void-1'))).status).toBe('unknown');
    expect(await shop.provider.void(request, shop.attempt('void-1'))).toMatchObject({
      status: 'approved',
      reference: 'void-1',
    });
    expect(posts(shop, /void/)).toBe(1);
  });

  test('of what was captured is refused before it is sent', async () => {
    const { shop, authorization } = await held();
    await shop.provider.capture({ authorization, amount: money('20') }, shop.attempt());
    const released = shop.provider.void({ authorization, amount: money('20') }, shop.attempt());
    await expect(released).rejects.toMatchObject({ code: 'refused', effect: 'none' });
    expect(posts(shop, /void/)).toBe(0);
  });
});
