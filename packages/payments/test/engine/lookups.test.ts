import type { LookupResult } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { day, eur, hour, minute, openStage, order } from '../world/stage.ts';
import { dropped, lost, never, tinyProvider } from '../world/tiny-provider.ts';

const nothing = (): LookupResult => ({ status: 'not_found' });
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

describe('a lookup that finds nothing', () => {
  test('proves nothing before the horizon of the provider, however often it says so', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', dropped);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.recover(55 * minute);
    expect((await stage.read('order-1'))?.status).toBe('unknown');
    await stage.recover(4 * hour);
    expect((await stage.read('order-1'))?.status).toBe('not_sent');
  });

  test('is not believed when it is false three times after an outage of hours', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(
      ...times(12, () => {
        throw new Error('down');
      }),
      ...times(3, nothing),
    );
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.recover(day);
    expect((await stage.read('order-1'))?.status).toBe('approved');
  });

  test('is never proof against a transaction that the provider itself has named', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act) => {
      act();
      one.transaction(1).status = 'pending';
      return act();
    });
    expect((await stage.open().charge(order(), { key: 'order-1' })).status).toBe('pending');
    one.nextLookup(...times(40, nothing));
    await stage.recover(3 * day);
    expect((await stage.read('order-1'))?.status).toBe('pending');
    await stage.recover(15 * day);
    expect((await stage.read('order-1'))?.review).toMatch(/one still says: pending/);
    expect(await stage.events()).toEqual(['payment.pending', 'payment.needs_review']);
  });

  test('is never proof against a transaction that a webhook has named', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', dropped);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    const seen = {
      id: 'x',
      operation: 'charge',
      reference: 'order-1-1',
      status: 'pending',
      amount: eur('10.00'),
    } as const;
    await stage.open().receive('one', one.tell(seen));
    await stage.recover(2 * day);
    expect((await stage.read('order-1'))?.status).toBe('unknown');
  });
});

describe('a lookup that shows something else than was asked for', () => {
  test('is no success, no decline, and soon a matter for a person', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', (act, context) => {
      act();
      one.transaction(1).amount = eur('1.00');
      return lost(act, context);
    });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('unknown');
    await stage.recover(10 * hour);
    expect(await stage.read('order-1')).toMatchObject({
      status: 'unknown',
      review: expect.stringContaining('its amount is 1.00 EUR, not 10.00 EUR'),
    });
    expect(two.calls).toEqual([]);
  });

  test('beside a decline keeps that from being final: money moved, if not as it should', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', (act, context) => {
      act();
      one.transaction(1).status = 'declined';
      one.transactions.push({ ...one.transaction(1), id: 'one-2', status: 'approved', amount: eur('1.00') });
      return lost(act, context);
    });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('unknown');
    expect(two.calls).toEqual([]);
  });

  test('once, by mistake, is forgotten when it is right again', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup((answer) => {
      one.transaction(1).amount = eur('1.00');
      const wrong = answer();
      one.transaction(1).amount = eur('10.00');
      return wrong;
    });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('approved');
  });
});

test('a lookup that never answers holds up neither recovery nor the other payments (defect 11)', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  one.next('charge', lost, lost);
  one.nextLookup(() => new Promise(() => undefined));
  void stage.open({ limits: { operationMilliseconds: 1000 } }).charge(order(), { key: 'order-1' });
  void stage.open({ limits: { operationMilliseconds: 1000 } }).charge(order(), { key: 'order-2' });
  await stage.clock.advance(minute);
  const payments = stage.open({ recovery: {} });
  await stage.clock.advance(10 * minute);
  expect((await payments.get('order-1'))?.operations[0].status).toBe('approved');
  expect((await payments.get('order-2'))?.operations[0].status).toBe('approved');
});

test('an adapter that never answers is given up some seconds after its deadline', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  one.next('charge', (act, context) => {
    act();
    return never(act, context);
  });
  const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
  expect(result.status).toBe('approved');
});
