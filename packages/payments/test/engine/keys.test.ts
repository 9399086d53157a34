import { describe, expect, test } from 'vitest';
import { CardToken } from '@ducat/core';
import type { ChargeRequest } from '@ducat/core';
import { eur, hour, minute, openStage, order } from '../world/stage.ts';
import { declined, dropped, lost, never, refused, tinyProvider } from '../world/tiny-provider.ts';

const blind = { lookupByReference: [] } as const;

describe('a repeat under the same key', () => {
  test('after the process died between the provider and the journal charges nobody again (defect 1) (defect 6)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act, context) => {
      act();
      return never(act, context);
    });
    void stage.open().charge(order(), { key: 'order-1' });
    await stage.clock.advance(0);
    const repeated = await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(repeated).toMatchObject({ status: 'approved', reference: 'order-1-1' });
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('reaches the provider with the key of the first, and with no other (defect 2) (defect 7)', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', lost, lost);
    const first = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(first.status).toBe('unknown');
    await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(one.calls).toEqual(['charge order-1-1', 'charge order-1-1']);
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('by ten impatient clicks on a bad network is one charge (defect 3) (defect 4) (defect 5)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(() => ({ status: 'not_found' }));
    const clicks = Array.from({ length: 10 }, () => stage.open().charge(order(), { key: 'order-1' }));
    const results = await stage.after(2 * minute, Promise.all(clicks));
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['approved']));
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('is not taken for finished because the connection failed (defect 62)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(...Array.from({ length: 4 }, () => () => ({ status: 'not_found' }) as const));
    expect((await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }))).status).toBe('unknown');
    expect(await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }))).toMatchObject({
      status: 'approved',
    });
  });

  test('sends the request in hand again where nobody can be asked', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', dropped);
    expect((await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }))).status).toBe('unknown');
    const repeated = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(repeated).toMatchObject({ status: 'approved', reference: 'order-1-1' });
  });

  test('by five processes at once is sent again once', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', dropped);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    const again = [1, 2, 3, 4, 5].map(() => stage.open().charge(order(), { key: 'order-1' }));
    await stage.after(2 * minute, Promise.all(again));
    expect(one.calls).toEqual(['charge order-1-1', 'charge order-1-1']);
  });

  test('sends nothing again past the window in which the provider would know it', async () => {
    const one = tinyProvider('one', { ...blind, replayWindowMilliseconds: hour });
    const stage = openStage(one);
    one.next('charge', lost);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.clock.advance(55 * minute);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('sends nothing again where nothing keeps it from acting twice', async () => {
    const one = tinyProvider('one', { ...blind, repeat: {} });
    const stage = openStage(one);
    one.next('charge', lost);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('is sent three times at most, whoever asks', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', ...Array.from({ length: 10 }, () => dropped));
    for (let click = 0; click < 10; click += 1) {
      await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    }
    await stage.recover(10 * hour);
    expect(one.calls.length).toBeLessThanOrEqual(3);
  });

  test('while another process still waits gets that very answer', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', async (act) => {
      await stage.sleep(20_000);
      return act();
    });
    const both = [stage.open().charge(order(), { key: 'order-1' }), stage.open().charge(order(), { key: 'order-1' })];
    const [first, second] = await stage.after(minute, Promise.all(both));
    expect(second).toEqual(first);
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('is answered by what became of the first when no provider can take it now', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const first = await stage.open().charge(order(), { key: 'order-1' });
    const { charge: _charge, ...without } = one;
    expect(await stage.open({ providers: [without] }).charge(order(), { key: 'order-1' })).toEqual(first);
  });
});

describe('the same request', () => {
  const circumstances: readonly (readonly [string, Partial<ChargeRequest>])[] = [
    ['another browser', { browser: { userAgent: 'other', screenWidth: 320 } }],
    ['another address', { customer: { reference: 'c-1', ipAddress: '10.0.0.2' } }],
    ['another language', { language: 'uk' }],
    ['another session', { returnUrl: 'https://shop.test/back?session=2' }],
  ];
  test.each(circumstances)('from %s is a repeat, and answered by the first (defect 7)', async (_what, more) => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    const customer = { reference: 'c-1', ipAddress: '10.0.0.1' };
    const first = await payments.charge(order({ customer }), { key: 'order-1' });
    expect(await payments.charge(order({ customer, ...more }), { key: 'order-1' })).toEqual(first);
    expect(one.calls).toEqual(['charge order-1-1']);
  });
});

describe('another request under a used key', () => {
  const others: readonly (readonly [string, Partial<ChargeRequest>])[] = [
    ['another amount', { amount: eur('10.01') }],
    ['another description', { description: 'Two hats' }],
    ['another mode', { testMode: true }],
    ['another customer', { customer: { reference: 'c-2' } }],
    ['the card to be stored', { storeCard: { usage: ['recurring'] } }],
  ];
  test.each(others)('with %s is refused, and nothing is sent', async (_what, more) => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    await stage.open().charge(order(), { key: 'order-1' });
    await expect(stage.open().charge(order(more), { key: 'order-1' })).rejects.toMatchObject({
      code: 'idempotency_mismatch',
      effect: 'none',
    });
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('of another operation is refused, in this payment and in any other', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    await payments.charge(order(), { key: 'order-1' });
    await payments.charge(order(), { key: 'order-2' });
    const refund = { payment: 'order-1', amount: eur('1.00'), reason: 'small' };
    const mismatch = { code: 'idempotency_mismatch', effect: 'none' };
    await expect(payments.authorize(order(), { key: 'order-1' })).rejects.toMatchObject(mismatch);
    await expect(payments.refund(refund, { key: 'order-1' })).rejects.toMatchObject(mismatch);
    await expect(payments.refund(refund, { key: 'order-2' })).rejects.toMatchObject(mismatch);
    await payments.refund(refund, { key: 'refund-1' });
    await expect(payments.charge(order(), { key: 'refund-1' })).rejects.toMatchObject(mismatch);
    await expect(payments.refund({ ...refund, payment: 'order-2' }, { key: 'refund-1' })).rejects.toMatchObject(
      mismatch,
    );
    expect(one.ledger()).toEqual(['charge 1000', 'charge 1000', 'refund 100']);
  });
});

describe('a definite decline', () => {
  test('is the answer to every repeat, and a new key is a new attempt with a new reference (defect 64)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    one.next('charge', declined('one'));
    expect((await payments.charge(order(), { key: 'order-1' })).status).toBe('declined');
    expect((await payments.charge(order(), { key: 'order-1' })).status).toBe('declined');
    expect((await payments.charge(order(), { key: 'order-1-b' })).status).toBe('approved');
    expect(one.calls).toEqual(['charge order-1-1', 'charge order-1-b-1']);
  });

  test('locks nobody out: another card under its key never reaches the provider, under a new one it pays (defect 63)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    const paidBy = (value: string): ChargeRequest => {
      const token = new CardToken({ provider: 'one', value });
      return order({ source: { kind: 'token', token, usage: 'oneclick', initiator: 'customer' } });
    };
    one.next('charge', declined('one'));
    await payments.charge(paidBy('card-1'), { key: 'order-1' });
    const again = await payments
      .charge(paidBy('card-2'), { key: 'order-1' })
      .catch(({ code }: { code: string }) => code);
    expect(again).toBe('idempotency_mismatch');
    expect(one.calls).toEqual(['charge order-1-1']);
    expect((await payments.charge(paidBy('card-2'), { key: 'order-2' })).status).toBe('approved');
  });

  test('at every provider has a reference of its own for each attempt', async () => {
    const providers = ['one', 'two', 'three'].map((id) => tinyProvider(id));
    const stage = openStage(...providers);
    for (const provider of providers) provider.next('charge', refused);
    await stage.open().charge(order(), { key: 'order-1' });
    expect(providers.flatMap(({ calls }) => calls)).toEqual([
      'charge order-1-1',
      'charge order-1-2',
      'charge order-1-3',
    ]);
  });
});

test('a plan that names a provider twice tries it once', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  const lines = [{ provider: 'one', chosen: true, reason: 'because' }];
  const routes = { plan: () => ({ candidates: ['one', 'one'], lines }), record: () => {}, isOpen: () => false };
  one.next('charge', refused);
  expect((await stage.open({ routes }).charge(order(), { key: 'order-1' })).status).toBe('not_sent');
  expect(one.calls).toEqual(['charge order-1-1']);
});

test('a token goes to the provider that issued it and to no other, whatever the plan says', async () => {
  const [one, two] = [tinyProvider('one'), tinyProvider('two')];
  const stage = openStage(one, two);
  const token = new CardToken({ provider: 'two', value: 'secret' });
  const source = { kind: 'token', token, usage: 'oneclick', initiator: 'customer' } as const;
  const lines = ['one', 'two'].map((provider) => ({ provider, chosen: true, reason: 'because' }));
  const routes = { plan: () => ({ candidates: ['one', 'two', 'one'], lines }), record: () => {}, isOpen: () => false };
  two.next('charge', refused);
  expect((await stage.open({ routes }).charge(order({ source }), { key: 'order-1' })).status).toBe('not_sent');
  expect(one.calls).toEqual([]);
  expect(two.calls).toEqual(['charge order-1-1']);
});
