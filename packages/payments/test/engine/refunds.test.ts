import { describe, expect, test } from 'vitest';
import { createRouter } from '@ducat/router';
import { order } from '../world/stage.ts';
import { declined, tinyProvider } from '../world/tiny-provider.ts';
import { authorized, charged, invalid, part, refund } from '../world/begun.ts';

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
