import { describe, expect, test } from 'vitest';
import { day, hour, minute } from '../world/stage.ts';
import { declined, dropped, lost, tinyLimits, tinyProvider } from '../world/tiny-provider.ts';
import { authorized, busy, charged, part, refund } from '../world/begun.ts';

const blind = { lookupByReference: ['charge', 'authorize'] } as const;

describe('an operation on a payment that nobody knows about', () => {
  test('is sent again with its reference, and acts once', async () => {
    const one = tinyProvider('one', blind);
    const stage = await charged(one);
    one.next('refund', lost);
    expect((await stage.after(2 * minute, stage.open().refund(refund('10.00'), { key: 'refund-1' }))).status).toBe(
      'unknown',
    );
    await stage.recover(10 * minute);
    expect(await stage.read('order-1', 1)).toMatchObject({ status: 'approved', reference: 'refund-1-1' });
    expect(one.calls).toEqual(['charge order-1-1', 'refund refund-1-1', 'refund refund-1-1']);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });

  test('is sent again at once when the merchant repeats it', async () => {
    const one = tinyProvider('one', blind);
    const stage = await charged(one);
    one.next('refund', dropped);
    await stage.after(2 * minute, stage.open().refund(refund('10.00'), { key: 'refund-1' }));
    expect((await stage.open().refund(refund('10.00'), { key: 'refund-1' })).status).toBe('approved');
  });

  test('is not sent a last time by an impatient merchant: that is left for recovery', async () => {
    const one = tinyProvider('one', blind);
    const stage = await charged(one);
    one.next('refund', dropped, dropped);
    for (let click = 0; click < 5; click += 1) {
      await stage.after(2 * minute, stage.open().refund(refund('10.00'), { key: 'refund-1' }));
    }
    expect(one.calls.length).toBe(3);
    await stage.recover(8 * hour);
    expect((await stage.read('order-1', 1))?.status).toBe('approved');
  });

  test('is sent a last time when an outage of hours is over, and then a person has to look', async () => {
    const one = tinyProvider('one', blind);
    const stage = await charged(one);
    one.next('refund', dropped, dropped, dropped);
    await stage.after(2 * minute, stage.open().refund(refund('10.00'), { key: 'refund-1' }));
    await stage.recover(6 * hour);
    expect(one.calls.length).toBe(3);
    expect((await stage.read('order-1', 1))?.review).toBeUndefined();
    await stage.recover(2 * hour);
    expect(one.calls.length).toBe(4);
    await stage.recover(3 * day);
    expect(one.calls.length).toBe(4);
    expect((await stage.read('order-1', 1))?.review).toMatch(
      /can neither be asked about this refund nor sent it again/,
    );
  });

  test('at a provider whose captures have no key is found out by the state of what it acts on', async () => {
    const one = tinyProvider('one', { ...blind, repeat: { ...tinyLimits.repeat, capture: 'by_state' } });
    const stage = await authorized(one);
    one.next('capture', lost);
    await stage.after(2 * minute, stage.open().capture(part('10.00'), { key: 'capture-1' }));
    one.nextLookup((_answer, { operation, providerReference }) => {
      expect([operation, providerReference]).toEqual(['capture', 'one-1']);
      const { amount } = one.transaction(2);
      const outcome = { status: 'approved', provider: 'one', providerReference: 'one-1', amount, raw: {} } as const;
      return { status: 'found', transactions: [{ operation: 'capture', amount, outcome }] };
    });
    await stage.recover(minute);
    expect((await stage.read('order-1', 1))?.status).toBe('approved');
    expect(one.calls.filter((call) => call.startsWith('capture')).length).toBe(1);
  });

  test('whose refused repeat proves nothing about the first stays open (defect 36)', async () => {
    const one = tinyProvider('one', blind);
    const stage = await charged(one);
    one.next('refund', lost, declined('one'), declined('one'));
    await stage.after(2 * minute, stage.open().refund(refund('10.00'), { key: 'refund-1' }));
    await stage.recover(day);
    expect(await stage.read('order-1', 1)).toMatchObject({ status: 'unknown', review: expect.any(String) });
    await expect(stage.open().refund(refund('10.00'), { key: 'refund-2' })).rejects.toMatchObject(busy);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });
});
