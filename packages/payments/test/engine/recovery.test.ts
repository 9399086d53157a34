import { describe, expect, test } from 'vitest';
import { day, eur, hour, minute, openStage, order } from '../world/stage.ts';
import { declined, lost, never, refused, tinyProvider } from '../world/tiny-provider.ts';

const down = () => {
  throw new Error('down');
};
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

describe('recovery', () => {
  test('in ten processes at once looks up as seldom as in one, and reverses once (defect 38)', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', (act, context) => {
      act();
      return refused(act, context);
    });
    await stage.open().charge(order(), { key: 'order-1' });
    await stage.open().receive('one', one.tell(one.transaction(1)));
    const workers = times(10, undefined).map(() => stage.open({ recovery: { everyMilliseconds: 500 } }));
    await stage.clock.advance(hour);
    expect(workers.length).toBe(10);
    expect(one.calls.filter((call) => call.startsWith('lookup')).length).toBe(1);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });

  test('is not put off by a round that comes before the time to look', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    const engine = stage.open({
      recovery: { everyMilliseconds: hour, graceMilliseconds: 0, delaysMilliseconds: [3000] },
      limits: { attemptMilliseconds: 500, operationMilliseconds: 500 },
    });
    const result = await stage.after(500, engine.charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('unknown');
    await stage.clock.advance(500);
    expect((await engine.recover()).payments).toEqual([]);
    await stage.clock.advance(2000);
    await engine.recover();
    expect((await stage.read('order-1'))?.status).toBe('approved');
  });

  test('never goes on for ever: forty lookups at most, then a person (defect 39)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(...times(100, down));
    await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.recover(60 * day);
    expect(one.calls.length).toBeLessThanOrEqual(41);
    const result = await stage.read('order-1');
    expect(result).toMatchObject({ status: 'unknown', review: expect.stringContaining('one still says: unknown') });
    expect(await stage.events()).toEqual(['payment.unknown', 'payment.needs_review']);
    const calls = one.calls.length;
    await stage.recover(60 * day);
    expect(one.calls.length).toBe(calls);
  });

  test('closes a review by itself when the provider answers at last', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(...times(32, down));
    await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.recover(18 * day);
    expect((await stage.read('order-1'))?.review).toBeDefined();
    await stage.recover(10 * day);
    expect(await stage.read('order-1')).toMatchObject({ status: 'approved' });
    expect((await stage.read('order-1'))?.review).toBeUndefined();
    expect(await stage.journal.reviews({ limit: 10 })).toEqual([]);
  });

  test('drives what follows from what it finds: the payment it has resolved can be captured (defect 40)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('authorize', (act, context) => {
      act();
      return never(act, context);
    });
    void stage.open().authorize(order(), { key: 'order-1' });
    await stage.clock.advance(0);
    const capture = { payment: 'order-1', amount: eur('10.00') };
    await expect(stage.open().capture(capture, { key: 'capture-1' })).rejects.toMatchObject({
      code: 'operation_in_progress',
    });
    await stage.recover(2 * minute);
    expect((await stage.open().capture(capture, { key: 'capture-1' })).status).toBe('approved');
    expect((await stage.events()).slice(-2)).toEqual(['payment.approved', 'capture.approved']);
  });

  test('hands over what a vanished provider left, and its return and a repeat resolve it', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', lost);
    void stage.open({ limits: { operationMilliseconds: 1000 } }).charge(order(), { key: 'order-1' });
    await stage.clock.advance(minute);
    await stage.recover(hour, { providers: [two] });
    expect((await stage.read('order-1'))?.review).toBe('no provider one is configured');
    await stage.clock.advance(day);
    expect(await stage.open({ providers: [two] }).recover()).toEqual({ payments: [], failed: [] });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('approved');
    expect(result.review).toBeUndefined();
    expect(two.calls).toEqual([]);
  });

  test('has nothing to do for payments that are settled', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const payments = stage.open();
    await payments.charge(order(), { key: 'order-1' });
    one.next('charge', declined('one'));
    await payments.charge(order(), { key: 'order-2' });
    await stage.clock.advance(30 * day);
    expect(await payments.recover()).toEqual({ payments: [], failed: [] });
  });

  test('does not ask about a call that is still under way', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', async (act) => {
      await stage.sleep(25_000);
      return act();
    });
    const running = stage.open().charge(order(), { key: 'order-1' });
    await stage.recover(minute);
    expect((await running).status).toBe('approved');
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('of one payment that fails does not hold up the others', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost, lost);
    for (const key of ['order-1', 'order-2']) {
      void stage.open({ limits: { operationMilliseconds: 1000 } }).charge(order(), { key });
    }
    await stage.clock.advance(minute);
    stage.journal.next('rejected');
    const { payments, failed } = await stage.open().recover();
    expect(payments.length).toBe(2);
    expect(failed).toMatchObject([{ error: { code: 'journal_failed' } }]);
    await stage.recover(10 * minute);
    expect([(await stage.read('order-1'))?.status, (await stage.read('order-2'))?.status]).toEqual([
      'approved',
      'approved',
    ]);
  });
});
