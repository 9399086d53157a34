import { expect, test } from 'vitest';
import { day, minute, openStage, order } from '../world/stage.ts';
import { never, tinyProvider } from '../world/tiny-provider.ts';

test('a webhook that lookups go on denying is a matter for a person, and not for ever of lookups', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  one.next('charge', (act) => {
    act();
    one.transaction(1).status = 'declined';
    return act();
  });
  await stage.open().charge(order(), { key: 'order-1' });
  await stage.open().receive('one', one.tell({ ...one.transaction(1), status: 'approved' }));
  await stage.recover(day);
  expect((await stage.read('order-1'))?.review).toMatch(/a webhook of one says that it is approved/);
  expect(one.calls.filter((call) => call.startsWith('lookup')).length).toBe(3);
});

test('webhooks while every lookup fails end in a review, and do not use up all lookups in a minute', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  one.next('charge', (act, context) => {
    act();
    return never(act, context);
  });
  void stage.open().charge(order(), { key: 'order-1' });
  await stage.clock.advance(0);
  one.nextLookup(
    ...Array.from({ length: 40 }, () => () => {
      throw new Error('down');
    }),
  );
  await stage.open().receive('one', one.tell(one.transaction(1)));
  await stage.recover(10 * minute);
  expect(one.calls.length).toBeLessThan(10);
  await stage.recover(20 * day);
  expect((await stage.read('order-1'))?.review).toBeDefined();
  expect(one.calls.length).toBeLessThanOrEqual(41);
});
