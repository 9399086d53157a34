import type { LookupRequest, LookupResult } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { hour, minute, openStage, order } from '../world/stage.ts';
import { lost, never, tinyProvider } from '../world/tiny-provider.ts';

const nothing = (): LookupResult => ({ status: 'not_found' });

describe('several transactions for one reference', () => {
  test('that were all approved: one counts, the others are given back', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act, context) => {
      act();
      one.transactions.push({ ...one.transaction(1), id: 'one-2' }, { ...one.transaction(1), id: 'one-3' });
      return lost(act, context);
    });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('approved');
    await stage.recover(10 * minute);
    expect(one.ledger().toSorted()).toEqual([
      'charge 1000',
      'charge 1000',
      'charge 1000',
      'refund 1000',
      'refund 1000',
    ]);
    const given = one.transactions.filter(({ operation }) => operation === 'refund').map(({ on }) => on);
    expect(new Set([...given, result.attempts[0]?.providerReference]).size).toBe(3);
  });

  test('of which one is declined and another open are no decline', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', (act, context) => {
      act();
      one.transaction(1).status = 'declined';
      one.transactions.push({ ...one.transaction(1), id: 'one-2', status: 'pending' });
      return lost(act, context);
    });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('pending');
    one.transaction(2).status = 'approved';
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.status).toBe('approved');
    expect(two.calls).toEqual([]);
  });

  test('of which one is approved and another open are asked about until the other is decided', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act, context) => {
      act();
      one.transactions.push({ ...one.transaction(1), id: 'one-2', status: 'pending' });
      return lost(act, context);
    });
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    one.transaction(2).status = 'approved';
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'charge 1000', 'refund 1000']);
  });

  test('of which a question by its own id shows one are all asked for before the payment is done with', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act, context) => {
      act();
      one.transactions.push({ ...one.transaction(1), id: 'one-2' });
      return never(act, context);
    });
    one.nextLookup(nothing);
    void stage.open().charge(order(), { key: 'order-1' });
    await stage.clock.advance(0);
    await stage.open().receive('one', one.tell(one.transaction(1)));
    await stage.clock.advance(minute);
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'charge 1000', 'refund 1000']);
  });

  test('are all asked for, also after a webhook and a question that was not answered', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act, context) => {
      act();
      one.transactions.push({ ...one.transaction(1), id: 'one-2' });
      return never(act, context);
    });
    one.nextLookup(() => {
      throw new Error('down');
    });
    void stage.open().charge(order(), { key: 'order-1' });
    await stage.clock.advance(0);
    await stage.open().receive('one', one.tell(one.transaction(1)));
    await stage.clock.advance(minute);
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'charge 1000', 'refund 1000']);
    expect(one.calls.filter((call) => call.startsWith('lookup')).length).toBe(2);
  });

  test('a decline and, later, an approval of another are found through its webhook, and given back', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act) => {
      act();
      one.transaction(1).status = 'declined';
      return act();
    });
    expect((await stage.open().charge(order(), { key: 'order-1' })).status).toBe('declined');
    one.transactions.push({ ...one.transaction(1), id: 'one-2', status: 'approved' });
    // Stale once, and the transaction is not the one that is known.
    one.nextLookup(nothing);
    await stage.open().receive('one', one.tell(one.transaction(2)));
    await stage.recover(10 * minute);
    expect((await stage.read('order-1'))?.status).toBe('declined');
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });
});

test('a transaction that only a webhook and a question by its own id show is found', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  one.next('charge', (act) => {
    act();
    one.transaction(1).status = 'declined';
    return act();
  });
  await stage.open().charge(order(), { key: 'order-1' });
  const { amount } = one.transaction(1);
  const hidden = { id: 'one-2', operation: 'charge', reference: 'order-1-1', status: 'approved', amount } as const;
  const forgetful = async (request: LookupRequest): Promise<LookupResult> => {
    if (request.providerReference === undefined) return await one.lookup(request);
    one.transactions.push({ ...hidden });
    return await one.lookup(request);
  };
  await stage.open().receive('one', one.tell(hidden));
  await stage.recover(10 * minute, { providers: [{ ...one, lookup: forgetful }] });
  expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
});
