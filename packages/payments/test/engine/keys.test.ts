import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardToken } from '@ducat/core';
import type { ChargeRequest } from '@ducat/core';
import { eur, openStage, order } from '../world/stage.ts';
import { declined, refused, tinyProvider } from '../world/tiny-provider.ts';

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

  test('with its fields in any order is a repeat, and answered by the first', async () => {
    const one = tinyProvider('one');
    const payments = openStage(one).open();
    const request = order({
      customer: { reference: 'c-1', name: 'Jane Roe', metadata: { since: '2020', tier: 'gold' } },
      billingAddress: { country: 'DE', city: 'Berlin', line: '1st street' },
      metadata: { hat: 'red', size: '7' },
      providerOptions: { one: { flags: { b: [1, 2], a: true }, note: 'x' } } as object,
      storeCard: { usage: ['recurring', 'oneclick'] },
    });
    const first = await payments.charge(request, { key: 'order-1' });
    const shuffles = fc.asyncProperty(shuffled(request), async (other) => {
      expect(await payments.charge(other as ChargeRequest, { key: 'order-1' })).toEqual(first);
    });
    await fc.assert(shuffles);
    expect(one.calls).toEqual(['charge order-1-1']);
  });
});

/** The same data with the fields of every plain object in another order. */
function shuffled(value: unknown): fc.Arbitrary<unknown> {
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return fc.constant(value);
  const names = Object.keys(value as object);
  const members = names.map((name) => shuffled((value as Record<string, unknown>)[name]).map((other) => [name, other]));
  return fc.tuple(fc.shuffledSubarray(names, { minLength: names.length }), ...members).map(([order, ...entries]) => {
    const given = Object.fromEntries(entries as [string, unknown][]);
    return Object.fromEntries((order as string[]).map((name) => [name, given[name]]));
  });
}

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
