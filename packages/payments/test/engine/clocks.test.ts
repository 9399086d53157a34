import { describe, expect, test } from 'vitest';
import { day, hour, minute, openStage, order, wrongClock } from '../world/stage.ts';
import { lost, tinyProvider } from '../world/tiny-provider.ts';

const down = () => {
  throw new Error('down');
};

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
