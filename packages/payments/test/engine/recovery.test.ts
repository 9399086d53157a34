import { describe, expect, test } from 'vitest';
import { day, eur, hour, minute, openStage, order, wrongClock } from '../world/stage.ts';
import { declined, dropped, lost, never, refused, tinyProvider } from '../world/tiny-provider.ts';

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

describe('a reversal', () => {
  async function late(kind: 'charge' | 'payout', prepare: (one: ReturnType<typeof tinyProvider>) => void) {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next(kind, (act, context) => {
      act();
      return refused(act, context);
    });
    prepare(one);
    const { source, ...rest } = order();
    const destination = source.kind === 'card' ? source : undefined;
    if (kind === 'charge') await stage.open().charge(order(), { key: 'order-1' });
    else if (destination !== undefined) await stage.open().payout({ ...rest, destination }, { key: 'order-1' });
    await stage.open().receive('one', one.tell(one.transaction(1)));
    return { one, stage };
  }

  test('that did not reach the provider is begun again, with a key of its own', async () => {
    const { one, stage } = await late('charge', (provider) => provider.next('refund', refused));
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
    expect(one.calls.filter((call) => call.startsWith('refund'))).toEqual([
      'refund order-1--reversal-1-1',
      'refund order-1--reversal-2-1',
    ]);
  });

  test('is made once by two processes that both think it is theirs', async () => {
    const { one, stage } = await late('charge', () => {});
    await stage.clock.advance(5000);
    // The first append is what the lookup said, the second the reversal: then the lease of the first process is over.
    stage.journal.before(stage.journal.appends + 2, async () => {
      await stage.open({ clock: wrongClock(stage, () => 5 * minute) }).recover();
    });
    await stage.open().recover();
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });

  test('that the provider declines is handed to a person', async () => {
    const { one, stage } = await late('charge', (provider) => provider.next('refund', declined('one')));
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.review).toMatch(
      /10.00 EUR moved once too often at one.*reversal was declined/,
    );
    expect(await stage.events()).toContain('payment.needs_review');
    const due = one.calls.length;
    await stage.recover(10 * day);
    expect(one.calls.length).toBe(due);
  });

  test('that nobody knows about is found out, and not made twice', async () => {
    const { one, stage } = await late('charge', (provider) => provider.next('refund', lost));
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });

  test('does not hold up what is done with the payment itself', async () => {
    const { stage } = await late('charge', (provider) => provider.next('refund', ...times(3, dropped)));
    await stage.recover(minute);
    const refund = { payment: 'order-1', amount: eur('10.00'), reason: 'too small' };
    expect((await stage.open().refund(refund, { key: 'refund-1' })).status).toBe('approved');
  });

  test('of a second payout is not possible: a person is told, once', async () => {
    const { one, stage } = await late('payout', () => {});
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.review).toMatch(/a payout cannot be given back/);
    await stage.recover(30 * day);
    expect((await stage.events()).filter((event) => event === 'payment.needs_review')).toEqual([
      'payment.needs_review',
    ]);
    expect(one.ledger()).toEqual(['payout 1000']);
    expect(await stage.open().recover()).toEqual({ payments: [], failed: [] });
  });
});

describe('a clock that is set', () => {
  test.each([
    ['back', -5 * minute],
    ['forward', 5 * minute],
  ])('%s by five minutes at any moment loses nothing and charges once', async (_way, jump) => {
    for (let moment = 1; moment <= 4; moment += 1) {
      const [one, two] = [tinyProvider('one'), tinyProvider('two')];
      const stage = openStage(one, two);
      let shift = 0;
      let reads = 0;
      const clock = wrongClock(stage, () => {
        reads += 1;
        if (reads === moment * 3) shift = jump;
        return shift;
      });
      one.next('charge', lost);
      one.nextLookup(() => ({ status: 'not_found' }), down);
      await stage.after(10 * minute, stage.open({ clock }).charge(order(), { key: 'order-1' }));
      await stage.recover(hour, { clock });
      expect([(await stage.read('order-1'))?.status, one.ledger(), two.ledger()]).toEqual([
        'approved',
        ['charge 1000'],
        [],
      ]);
    }
  });

  test('forward by another process, which takes the call for dead, brings no second result after the first', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', async (act) => {
      act();
      one.transaction(1).status = 'declined';
      const hasty = stage.open({ clock: wrongClock(stage, () => 5 * minute) });
      await hasty.receive('one', one.tell(one.transaction(1)));
      await hasty.recover();
      expect((await stage.read('order-1'))?.status).toBe('declined');
      return act();
    });
    expect((await stage.open().charge(order(), { key: 'order-1' })).status).toBe('declined');
    expect(two.calls).toEqual([]);
  });

  test('back does not make an older word the newest', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act, { reference }) => {
      act();
      one.transaction(1).status = 'pending';
      const action = { kind: 'wait' } as const;
      const facts = { provider: 'one', reference, providerReference: 'one-1', raw: {} };
      return { status: 'action_required', ...facts, action, continuation: 'x' };
    });
    await stage.open({ clock: wrongClock(stage, () => 5 * minute) }).charge(order(), { key: 'order-1' });
    await stage.open().resume({ continuation: 'order-1-1' });
    expect((await stage.read('order-1'))?.status).toBe('pending');
  });

  test('back never lets a review pass for decided', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act) => {
      act();
      one.transaction(1).status = 'declined';
      return act();
    });
    await stage.open().charge(order(), { key: 'order-1' });
    await stage.open().receive('one', one.tell({ ...one.transaction(1), status: 'approved' }));
    const clock = wrongClock(stage, () => -5 * minute);
    await stage.recover(day, { clock });
    expect((await stage.read('order-1'))?.review).toBeDefined();
  });
});
