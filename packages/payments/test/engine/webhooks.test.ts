import { describe, expect, test } from 'vitest';
import { day, eur, hour, minute, openStage, order } from '../world/stage.ts';
import { dropped, lost, tinyProvider } from '../world/tiny-provider.ts';

describe('a webhook', () => {
  test('decides nothing: the provider is asked (defect 28)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', dropped);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    const claim = {
      id: 'one-9',
      operation: 'charge',
      reference: 'order-1-1',
      status: 'approved',
      amount: eur('10.00'),
    } as const;
    expect(await stage.open().receive('one', one.tell(claim))).toEqual({ status: 'recorded', payment: 'order-1' });
    expect((await stage.read('order-1'))?.status).toBe('unknown');
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.status).toBe('unknown');
  });

  test.each([
    ['a genuine one over 1.00 completes no order of 10.00 (defect 25)', { minorUnits: '100' }],
    ['one in another currency completes nothing (defect 27)', { currency: 'JPY' }],
    ['one about another operation completes nothing', { operation: 'refund' }],
  ])('%s: it changes nothing and is recorded', async (_what, more) => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act) => {
      act();
      one.transaction(1).status = 'pending';
      return act();
    });
    await stage.open().charge(order(), { key: 'order-1' });
    const told = one.tell({ ...one.transaction(1), status: 'approved' }, more);
    expect(await stage.open().receive('one', told)).toEqual({ status: 'contradicting', payment: 'order-1' });
    expect(await stage.open().receive('one', told)).toEqual({ status: 'known', payment: 'order-1' });
    await stage.recover(minute);
    expect((await stage.read('order-1'))?.status).toBe('pending');
  });

  test('before the answer is answered with the payment, and changes nothing about it (defect 32) (defect 49)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', async (act) => {
      act();
      expect(await stage.open().receive('one', one.tell(one.transaction(1)))).toMatchObject({ status: 'recorded' });
      await stage.open().recover();
      return act();
    });
    const result = await stage.open().charge(order(), { key: 'order-1' });
    expect(result.status).toBe('approved');
    await stage.recover(minute);
    expect(await stage.events()).toEqual(['payment.approved']);
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('together with the answer is one charge, one capture and one event each (defect 29) (defect 30)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    await payments.authorize(order(), { key: 'order-1' });
    one.next('capture', async (act) => {
      act();
      await Promise.all([1, 2, 3].map(() => stage.open().receive('one', one.tell(one.transaction(2)))));
      return act();
    });
    const capture = { payment: 'order-1', amount: eur('10.00') };
    await Promise.all([
      payments.capture(capture, { key: 'capture-1' }),
      payments.receive('one', one.tell(one.transaction(1))),
      stage.after(minute, stage.open().capture(capture, { key: 'capture-1' })),
    ]);
    await stage.recover(minute);
    expect(one.ledger()).toEqual(['authorize 1000', 'capture 1000']);
    expect(await stage.events()).toEqual(['payment.approved', 'capture.approved']);
  });

  test('of a failure never downgrades what was paid (defect 31)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    await stage.open().charge(order(), { key: 'order-1' });
    await stage.open().receive('one', one.tell({ ...one.transaction(1), status: 'declined' }));
    one.transaction(1).status = 'declined';
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.status).toBe('approved');
    expect(await stage.events()).toEqual(['payment.approved']);
  });

  test('after a pending one of the same transaction is not taken for its repetition (defect 35)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act) => {
      act();
      one.transaction(1).status = 'pending';
      return act();
    });
    await stage.open().charge(order(), { key: 'order-1' });
    const payments = stage.open();
    expect((await payments.receive('one', one.tell(one.transaction(1)))).status).toBe('recorded');
    await stage.recover(10 * minute);
    one.transaction(1).status = 'approved';
    const told = one.tell(one.transaction(1));
    expect((await payments.receive('one', told)).status).toBe('recorded');
    expect((await payments.receive('one', told)).status).toBe('known');
    await stage.recover(10_000);
    expect((await stage.read('order-1'))?.status).toBe('approved');
  });

  test('whose payment waits for its shopper tells of it, and it is asked about (defect 33)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const action = { kind: 'redirect', url: 'https://bank.test/' } as const;
    one.next('charge', (act, { reference }) => {
      act();
      const facts = { provider: 'one', reference, providerReference: 'one-1', raw: {} };
      return { status: 'action_required', ...facts, action, continuation: 'abc' };
    });
    expect(await stage.open().charge(order(), { key: 'order-1' })).toMatchObject({ status: 'action_required', action });
    expect(await stage.events()).toEqual(['payment.action_required']);
    await stage.open().receive('one', one.tell(one.transaction(1)));
    await stage.recover(10_000);
    expect((await stage.read('order-1'))?.status).toBe('approved');
  });

  test('three days late, once more, changes nothing (defect 34)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    void stage.open().charge(order(), { key: 'order-1' });
    await stage.clock.advance(1000);
    const told = one.tell(one.transaction(1));
    await stage.open().receive('one', told);
    await stage.recover(3 * day);
    const before = await stage.read('order-1');
    expect(await stage.open().receive('one', told)).toEqual({ status: 'known', payment: 'order-1' });
    const calls = one.calls.length;
    await stage.recover(day);
    expect(await stage.read('order-1')).toEqual(before);
    expect(one.calls.length).toBe(calls);
  });

  test('about a transaction that nobody here has begun is unrelated', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const foreign = {
      id: 'x-1',
      operation: 'charge',
      reference: 'other-1',
      status: 'approved',
      amount: eur('10.00'),
    } as const;
    expect(await stage.open().receive('one', one.tell(foreign))).toEqual({ status: 'unrelated' });
  });

  test('is not acknowledged before it is stored', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', dropped);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    const told = one.tell({
      id: 'x',
      operation: 'charge',
      reference: 'order-1-1',
      status: 'pending',
      amount: eur('10.00'),
    });
    stage.journal.next('rejected');
    await expect(stage.open().receive('one', told)).rejects.toMatchObject({ code: 'journal_failed' });
    expect((await stage.open().receive('one', told)).status).toBe('recorded');
  });
});
