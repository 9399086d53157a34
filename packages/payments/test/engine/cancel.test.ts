import { describe, expect, test } from 'vitest';
import { eur, minute, openStage, order } from '../world/stage.ts';
import { dropped, lost, refused, tinyProvider } from '../world/tiny-provider.ts';

describe('a caller that cancels', () => {
  test('before anything was done has done nothing, and may come again', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    const signal = AbortSignal.abort();
    await expect(payments.charge(order(), { key: 'order-1', signal })).rejects.toMatchObject({
      code: 'canceled',
      effect: 'none',
    });
    expect(await payments.get('order-1')).toBeUndefined();
    expect((await payments.charge(order(), { key: 'order-1' })).status).toBe('approved');
    const refund = { payment: 'order-1', amount: eur('1.00'), reason: 'small' };
    await expect(payments.refund(refund, { key: 'refund-1', signal })).rejects.toMatchObject({ code: 'canceled' });
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('between two providers does not reach the second', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    const controller = new AbortController();
    one.next('charge', (act, context) => {
      controller.abort();
      return refused(act, context);
    });
    const { signal } = controller;
    expect(await stage.open().charge(order(), { key: 'order-1', signal })).toMatchObject({ status: 'not_sent' });
    expect(two.calls).toEqual([]);
  });

  test('while the provider works gives the signal to the adapter, and recovery finds out', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const controller = new AbortController();
    one.next('charge', async (act, context) => {
      act();
      await new Promise<void>((resolve) => context.signal?.addEventListener('abort', () => resolve()));
      return lost(act, context);
    });
    const { signal } = controller;
    const running = stage.open().charge(order(), { key: 'order-1', signal });
    await stage.clock.advance(100);
    controller.abort();
    expect((await running).status).toBe('unknown');
    expect(one.calls).toEqual(['charge order-1-1']);
    await stage.recover(2 * minute);
    expect((await stage.read('order-1'))?.status).toBe('approved');
  });

  test('while it is asked about gets the answer there is, and no lookup more is made', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const controller = new AbortController();
    one.next('charge', dropped);
    const running = stage.open().charge(order(), { key: 'order-1', signal: controller.signal });
    await stage.clock.advance(3000);
    const calls = one.calls.length;
    controller.abort();
    expect((await running).status).toBe('unknown');
    expect(one.calls.length).toBe(calls);
  });

  test('ends nobody else: another click on the same key waits for its answer', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    const controller = new AbortController();
    one.next('charge', async (act, context) => {
      await stage.sleep(5000);
      return context.signal?.aborted === true ? lost(act, context) : act();
    });
    const first = payments.charge(order(), { key: 'order-1', signal: controller.signal });
    const second = payments.charge(order(), { key: 'order-1' });
    await stage.clock.advance(1000);
    controller.abort();
    await stage.clock.advance(2 * minute);
    await first;
    expect((await second).status).toBe('approved');
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('while it waits for another process stops waiting', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', async (act) => {
      await stage.sleep(20_000);
      return act();
    });
    const first = stage.open().charge(order(), { key: 'order-1' });
    await stage.clock.advance(0);
    const controller = new AbortController();
    const second = stage.open().charge(order(), { key: 'order-1', signal: controller.signal });
    await stage.clock.advance(1000);
    controller.abort();
    expect((await second).status).toBe('unknown');
    await stage.clock.advance(minute);
    expect((await first).status).toBe('approved');
  });
});
