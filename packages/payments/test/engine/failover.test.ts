import { describe, expect, test } from 'vitest';
import { minute, openStage, order } from '../world/stage.ts';
import { declined, dropped, lost, never, refused, tinyProvider } from '../world/tiny-provider.ts';

describe('another provider', () => {
  test.each([
    ['was not reached', refused],
    ['declined it', declined('one')],
  ])('is tried when the first %s', async (_why, script) => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', script);
    const result = await stage.open().charge(order(), { key: 'order-1' });
    expect(result).toMatchObject({ status: 'approved', provider: 'two', reference: 'order-1-2' });
    expect(one.ledger()).toEqual([]);
  });

  test.each([
    ['an answer that got lost', lost],
    ['a request that got lost', dropped],
    ['no answer at all', never],
    [
      'an error of the adapter',
      () => {
        throw new TypeError('x is undefined');
      },
    ],
    ['an answer about another attempt', declined('two')],
  ])('is never tried after %s (defect 37)', async (_what, script) => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', script);
    one.nextLookup(...Array.from({ length: 40 }, () => () => ({ status: 'not_found' }) as const));
    const result = await stage.after(5 * minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('unknown');
    expect(two.calls).toEqual([]);
  });

  test('is not tried when the decline says that no other can help', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    const decline = { reason: 'card_expired', by: 'issuer', anotherProviderMayHelp: false, sameCard: 'never' } as const;
    one.next('charge', declined('one', decline));
    expect(await stage.open().charge(order(), { key: 'order-1' })).toMatchObject({ status: 'declined', decline });
    expect(two.calls).toEqual([]);
  });

  test('is tried as soon as a lookup proves the decline that the answer could not tell', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', (act, context) => {
      act();
      one.transaction(1).status = 'declined';
      return lost(act, context);
    });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result).toMatchObject({ status: 'approved', provider: 'two' });
  });

  test('is not told of a decline before it is clear that no other is tried', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', async (act, context) => {
      act();
      one.transaction(1).status = 'declined';
      // A colleague looks it up in the moment between.
      await stage.open().receive('one', one.tell(one.transaction(1)));
      return lost(act, context);
    });
    const running = stage.open().charge(order(), { key: 'order-1' });
    const told: unknown[] = [];
    for (let second = 0; second < 60; second += 1) {
      await stage.clock.advance(1000);
      await stage.open().recover();
      told.push((await stage.read('order-1'))?.status);
    }
    const result = await running;
    const final = told.filter((status) => status !== 'unknown');
    expect(new Set(final)).toEqual(new Set([result.status]));
  });
});
