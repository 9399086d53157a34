import { Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { createRouter } from '@ducat/router';
import { day, eur, hour, minute, openStage, order } from '../world/stage.ts';
import type { Stage } from '../world/stage.ts';
import type { TinyProvider } from '../world/tiny-provider.ts';
import { declined, dropped, lost, tinyLimits, tinyProvider } from '../world/tiny-provider.ts';

const invalid = { code: 'invalid_request', effect: 'none' };
const busy = { code: 'operation_in_progress', effect: 'none' };
const blind = { lookupByReference: ['charge', 'authorize'] } as const;

async function authorized(one: TinyProvider): Promise<Stage> {
  const stage = openStage(one);
  await stage.open().authorize(order(), { key: 'order-1' });
  return stage;
}

async function charged(one: TinyProvider): Promise<Stage> {
  const stage = openStage(one);
  await stage.open().charge(order(), { key: 'order-1' });
  return stage;
}

const part = (amount: string) => ({ payment: 'order-1', amount: eur(amount) });
const refund = (amount: string) => ({ ...part(amount), reason: 'too small' });

describe('captures and voids', () => {
  test('take at most what is held, all together', async () => {
    const one = tinyProvider('one');
    const payments = (await authorized(one)).open();
    await payments.capture(part('6.00'), { key: 'capture-1' });
    await expect(payments.capture(part('4.01'), { key: 'capture-2' })).rejects.toMatchObject(invalid);
    await payments.capture(part('4.00'), { key: 'capture-3' });
    await expect(payments.capture(part('0.01'), { key: 'capture-4' })).rejects.toMatchObject(invalid);
    expect(one.ledger()).toEqual(['authorize 1000', 'capture 600', 'capture 400']);
  });

  test('exclude each other: nothing is captured after a void, nothing voided after a capture', async () => {
    const one = tinyProvider('one');
    const voided = (await authorized(one)).open();
    await voided.void(part('10.00'), { key: 'void-1' });
    await expect(voided.capture(part('1.00'), { key: 'capture-1' })).rejects.toMatchObject(invalid);
    await expect(voided.void(part('10.00'), { key: 'void-2' })).rejects.toMatchObject(invalid);
    const two = tinyProvider('two');
    const captured = (await authorized(two)).open();
    await captured.capture(part('10.00'), { key: 'capture-2' });
    await expect(captured.void(part('10.00'), { key: 'void-3' })).rejects.toMatchObject(invalid);
    expect([one.ledger(), two.ledger()]).toEqual([
      ['authorize 1000', 'void 1000'],
      ['authorize 1000', 'capture 1000'],
    ]);
  });

  test('wait while another is unclear', async () => {
    const one = tinyProvider('one', blind);
    const stage = await authorized(one);
    one.next('capture', lost);
    await stage.after(2 * minute, stage.open().capture(part('10.00'), { key: 'capture-1' }));
    await expect(stage.open().void(part('10.00'), { key: 'void-1' })).rejects.toMatchObject(busy);
    await expect(stage.open().capture(part('10.00'), { key: 'capture-2' })).rejects.toMatchObject(busy);
    await expect(stage.open().refund(refund('10.00'), { key: 'refund-1' })).rejects.toMatchObject(busy);
    await stage.recover(10 * minute);
    expect(one.ledger()).toEqual(['authorize 1000', 'capture 1000']);
  });

  test('that are pending count until they are proven to have done nothing', async () => {
    const one = tinyProvider('one', { lookupByReference: ['authorize'] });
    const stage = await authorized(one);
    one.next('capture', (act) => {
      act();
      one.transaction(2).status = 'pending';
      return act();
    });
    expect((await stage.open().capture(part('10.00'), { key: 'capture-1' })).status).toBe('pending');
    await expect(stage.open().void(part('10.00'), { key: 'void-1' })).rejects.toMatchObject(invalid);
    one.transaction(2).status = 'declined';
    await stage.recover(hour);
    expect((await stage.open().void(part('10.00'), { key: 'void-2' })).status).toBe('approved');
  });

  test('go in one piece where the provider cannot do less', async () => {
    const capture = { partial: 'when_announced', multiple: false } as const;
    const one = tinyProvider('one', { capture });
    const stage = openStage(one);
    const payments = stage.open();
    await payments.authorize(order(), { key: 'order-1' });
    await payments.authorize({ ...order(), partialCapture: true }, { key: 'order-2' });
    await expect(payments.capture(part('6.00'), { key: 'capture-1' })).rejects.toMatchObject(invalid);
    const announced = { payment: 'order-2', amount: eur('6.00') };
    await payments.capture(announced, { key: 'capture-2' });
    await expect(payments.capture({ ...announced, amount: eur('4.00') }, { key: 'capture-3' })).rejects.toMatchObject(
      invalid,
    );
    await expect(payments.void({ ...announced, amount: eur('4.00') }, { key: 'void-1' })).rejects.toMatchObject(
      invalid,
    );
    await expect(payments.void(part('6.00'), { key: 'void-2' })).rejects.toMatchObject(invalid);
    expect(one.ledger()).toEqual(['authorize 1000', 'authorize 1000', 'capture 600']);
  });

  test('are refused in another currency, for an unknown payment, and for one that holds nothing', async () => {
    const one = tinyProvider('one');
    const stage = await charged(one);
    const payments = stage.open();
    const all = { payment: 'order-1', amount: eur('10.00') };
    await expect(payments.capture(all, { key: 'capture-1' })).rejects.toMatchObject(invalid);
    await expect(payments.capture({ ...all, payment: 'order-9' }, { key: 'capture-1' })).rejects.toMatchObject(invalid);
    const yen = { payment: 'order-1', amount: Money.parse('10', 'JPY'), reason: 'small' };
    await expect(payments.refund(yen, { key: 'refund-1' })).rejects.toMatchObject({
      ...invalid,
      message: 'amount: must be in EUR, as the payment is',
    });
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('exclude each other in part, too: what is left after a partial void is not captured', async () => {
    const one = tinyProvider('one', { void: { partial: true } });
    const payments = (await authorized(one)).open();
    await payments.void(part('4.00'), { key: 'void-1' });
    await expect(payments.capture(part('6.00'), { key: 'capture-1' })).rejects.toMatchObject(invalid);
    await payments.void(part('6.00'), { key: 'void-2' });
    expect(one.ledger()).toEqual(['authorize 1000', 'void 400', 'void 600']);
  });
});

describe('refunds', () => {
  test('give back at most what was taken, all together (defect 41)', async () => {
    const one = tinyProvider('one');
    const payments = (await charged(one)).open();
    await payments.refund(refund('6.00'), { key: 'refund-1' });
    await expect(payments.refund(refund('4.01'), { key: 'refund-2' })).rejects.toMatchObject(invalid);
    await payments.refund(refund('4.00'), { key: 'refund-3' });
    await expect(payments.refund(refund('0.01'), { key: 'refund-4' })).rejects.toMatchObject(invalid);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 600', 'refund 400']);
  });

  test('that are pending count until they are proven to have given nothing', async () => {
    const one = tinyProvider('one');
    const payments = (await charged(one)).open();
    one.next('refund', (act) => {
      act();
      one.transaction(2).status = 'pending';
      return act();
    });
    expect((await payments.refund(refund('6.00'), { key: 'refund-1' })).status).toBe('pending');
    await expect(payments.refund(refund('6.00'), { key: 'refund-2' })).rejects.toMatchObject(invalid);
    expect((await payments.refund(refund('4.00'), { key: 'refund-3' })).status).toBe('approved');
  });

  test('of two nodes at the same moment never exceed what was taken (defect 42)', async () => {
    const one = tinyProvider('one');
    const stage = await charged(one);
    const both = ['refund-1', 'refund-2'].map((key) => stage.open().refund(refund('6.00'), { key }));
    const results = await Promise.allSettled(both);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 600']);
  });

  test('of several captures come each from one of them', async () => {
    const one = tinyProvider('one');
    const payments = (await authorized(one)).open();
    await payments.capture(part('4.00'), { key: 'capture-1' });
    await payments.capture(part('6.00'), { key: 'capture-2' });
    await expect(payments.refund(refund('7.00'), { key: 'refund-1' })).rejects.toMatchObject(invalid);
    await payments.refund(refund('5.00'), { key: 'refund-2' });
    await payments.refund({ ...refund('4.00'), capture: 'capture-1' }, { key: 'refund-3' });
    await expect(
      payments.refund({ ...refund('0.01'), capture: 'capture-1' }, { key: 'refund-4' }),
    ).rejects.toMatchObject(invalid);
    expect(one.transactions.slice(3).map(({ on }) => on)).toEqual(['one-3', 'one-2']);
  });

  test('that were declined leave everything to be refunded', async () => {
    const one = tinyProvider('one');
    const payments = (await charged(one)).open();
    one.next('refund', declined('one'));
    expect((await payments.refund(refund('10.00'), { key: 'refund-1' })).status).toBe('declined');
    expect((await payments.refund(refund('10.00'), { key: 'refund-2' })).status).toBe('approved');
  });

  test('are not possible of what was never taken', async () => {
    const one = tinyProvider('one');
    const payments = (await authorized(one)).open();
    await expect(payments.refund(refund('1.00'), { key: 'refund-1' })).rejects.toMatchObject(invalid);
    const tokenize = { ...order(), source: order().source as never, usage: ['recurring'] as const };
    await payments.tokenize(tokenize, { key: 'card-1' });
    await expect(payments.refund({ ...refund('1.00'), payment: 'card-1' }, { key: 'refund-1' })).rejects.toMatchObject(
      invalid,
    );
    expect(one.calls).toEqual(['authorize order-1-1', 'tokenize card-1-1']);
  });

  test('go once and in full where the provider can do no more', async () => {
    const one = tinyProvider('one', { refund: { partial: false, multiple: false } });
    const payments = (await charged(one)).open();
    await expect(payments.refund(refund('5.00'), { key: 'refund-1' })).rejects.toMatchObject(invalid);
    await payments.refund(refund('10.00'), { key: 'refund-2' });
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });
});

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

test('a payment in the hands of a provider that is not configured any more says so', async () => {
  const one = tinyProvider('one');
  const stage = await charged(one);
  const two = tinyProvider('two');
  const payments = stage.open({ providers: [two], routes: createRouter({ providers: [two] }) });
  await expect(payments.refund(refund('1.00'), { key: 'refund-1' })).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('one'),
  });
});
