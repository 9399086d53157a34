import { describe, expect, test } from 'vitest';
import { openWorld, order } from './world/world.ts';

describe('a charge', () => {
  test('is made at the first provider and stands in the journal', async () => {
    const world = openWorld();
    const payments = world.open();
    const result = await payments.charge(order(), { key: 'order-1' });
    expect(result).toMatchObject({
      status: 'approved',
      provider: 'paymega',
      payment: 'order-1',
      reference: 'order-1-1',
    });
    expect(world.ledger()).toEqual(['paymega charge 1050']);
    expect((await payments.get('order-1'))?.operations[0].status).toBe('approved');
  });

  test('goes to the second provider when the first could not be reached', async () => {
    const world = openWorld();
    world.paymega.transport.next('connection_refused');
    const result = await world.open().charge(order(), { key: 'order-1' });
    expect(result).toMatchObject({ status: 'approved', provider: 'paycross', reference: 'order-1-2' });
    expect(world.ledger()).toEqual(['paycross charge 1050']);
  });

  test('never goes to the second provider while nobody knows what the first did, and is found out', async () => {
    const world = openWorld(['paycross', 'paymega']);
    const payments = world.open();
    world.paycross.transport.next('response_lost');
    const running = payments.charge(order(), { key: 'order-1' });
    await world.clock.advance(60_000);
    expect(await running).toMatchObject({ status: 'approved', provider: 'paycross' });
    expect(world.ledger()).toEqual(['paycross charge 1050']);
  });

  test('that was never heard of is proven not to exist only after the horizon', async () => {
    const world = openWorld(['paycross', 'paymega']);
    const payments = world.open({ recovery: {} });
    world.paycross.transport.next('request_lost');
    const running = payments.charge(order(), { key: 'order-1' });
    await world.clock.advance(60_000);
    expect((await running).status).toBe('unknown');
    await world.clock.advance(50 * 60_000);
    expect((await payments.get('order-1'))?.operations[0].status).toBe('unknown');
    await world.clock.advance(3 * 60 * 60_000);
    expect((await payments.get('order-1'))?.operations[0].status).toBe('not_sent');
    expect(world.ledger()).toEqual([]);
    await payments.close();
  });

  test('whose process died is found out by another', async () => {
    const world = openWorld(['paycross', 'paymega']);
    world.paycross.transport.beforeAnswer(() => new Promise(() => undefined));
    void world.open().charge(order(), { key: 'order-1' });
    await world.clock.advance(0);
    expect(world.ledger()).toEqual(['paycross charge 1050']);
    const other = world.open({ recovery: {} });
    await world.clock.advance(60_000);
    expect((await other.get('order-1'))?.operations[0]).toMatchObject({ status: 'approved', provider: 'paycross' });
    await other.close();
  });

  test('is answered the same however often it is repeated, and made once', async () => {
    const world = openWorld();
    const [first, second] = await Promise.all([
      world.open().charge(order(), { key: 'order-1' }),
      world
        .open()
        .charge(order(), { key: 'order-1' })
        .then(async (result) => result),
      world.clock.advance(1000),
    ]);
    expect(second).toEqual(first);
    expect(await world.open().charge(order(), { key: 'order-1' })).toEqual(first);
    expect(world.ledger()).toEqual(['paymega charge 1050']);
  });

  test('is given back in part, and never more than was taken', async () => {
    const world = openWorld();
    const payments = world.open();
    const { amount } = order();
    await payments.charge(order(), { key: 'order-1' });
    const refund = { payment: 'order-1', amount, reason: 'too small' };
    expect(await payments.refund(refund, { key: 'refund-1' })).toMatchObject({ status: 'approved' });
    await expect(payments.refund(refund, { key: 'refund-2' })).rejects.toMatchObject({ code: 'invalid_request' });
    expect(world.ledger()).toEqual(['paymega charge 1050', 'paymega refund 1050']);
  });
});
