import { describe, expect, expectTypeOf, test } from 'vitest';
import type { PaymentsEvent, Subscriber } from '../../src/index.ts';
import { openWorld, order } from '../world/world.ts';
import { listener } from './listener.ts';

const key = (number: number): { readonly key: string } => ({ key: `order-${number}` });

describe('events', () => {
  test("tell at once what became of a payment, with money and the merchant's own data", async () => {
    const world = openWorld();
    const events: PaymentsEvent[] = [];
    const payments = world.open({ subscribers: [(event) => void events.push(event)] });
    await payments.charge(order({ metadata: { order: '7', currency: 'EUR', minorUnits: 'x' } }), key(1));
    await world.clock.advance(0);
    const { amount } = order();
    expect(events).toEqual([
      {
        id: '1',
        type: 'payment.approved',
        at: world.clock.now(),
        payment: 'order-1',
        key: 'order-1',
        operation: 'charge',
        status: 'approved',
        requested: amount,
        amount,
        provider: 'paymega',
        reference: 'order-1-1',
        providerReference: expect.any(String),
        metadata: { order: '7', currency: 'EUR', minorUnits: 'x' },
      },
    ]);
    await payments.close();
  });

  test('of one payment come in the order in which they happened, whoever is slow', async () => {
    const world = openWorld();
    const told: string[] = [];
    const payments = world.open({
      subscribers: [
        async ({ type }) => {
          if (type === 'payment.approved') await new Promise<void>((resolve) => world.clock.schedule(9000, resolve));
          told.push(type);
        },
      ],
    });
    const { amount } = order();
    await payments.authorize(order(), key(1));
    await payments.capture({ payment: 'order-1', amount }, key(2));
    await payments.refund({ payment: 'order-1', amount, reason: 'too small' }, key(3));
    await world.clock.advance(8000);
    expect(told).toEqual([]);
    await world.clock.advance(2000);
    expect(told).toEqual(['payment.approved', 'capture.approved', 'refund.approved']);
    await payments.close();
  });

  test('are delivered once when several processes look for them', async () => {
    const world = openWorld();
    const { subscriber, told } = listener();
    const processes = [1, 2, 3].map(() => world.open({ subscribers: [subscriber] }));
    for (let number = 1; number <= 30; number += 1) await world.open().charge(order(), key(number));
    await world.clock.advance(5000);
    expect(told).toHaveLength(30);
    expect(new Set(told).size).toBe(30);
    await Promise.all(processes.map((each) => each.close()));
  });

  test('reach every subscriber, and who took one is not told again because of another', async () => {
    const world = openWorld();
    let isDown = true;
    const shop = listener();
    const books = listener(() => isDown);
    const payments = world.open({ subscribers: [shop.subscriber, books.subscriber] });
    await payments.charge(order(), key(1));
    await world.clock.advance(10_000);
    isDown = false;
    await world.clock.advance(60_000);
    expect(shop.tried).toHaveLength(1);
    expect(books.told).toHaveLength(1);
    await payments.close();
  });

  test('are delivered so many at once, and no more', async () => {
    const world = openWorld();
    let most = 0;
    let running = 0;
    const subscriber: Subscriber = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => world.clock.schedule(100, resolve));
      running -= 1;
    };
    for (let number = 1; number <= 20; number += 1) await world.open().charge(order(), key(number));
    const payments = world.open({ subscribers: [subscriber], delivery: { concurrency: 4 } });
    await world.clock.advance(10_000);
    expect(most).toBe(4);
    await payments.close();
  });

  test('wait in the journal while no process has a subscriber', async () => {
    const world = openWorld();
    await world.open({ recovery: {} }).charge(order(), key(1));
    await world.clock.advance(60 * 60_000);
    const { subscriber, told } = listener();
    const payments = world.open({ subscribers: [subscriber] });
    await world.clock.advance(1000);
    expect(told).toEqual(['order-1 payment.approved']);
    await payments.close();
  });

  test('that are being delivered are waited for when the engine is closed, and no other is begun', async () => {
    const world = openWorld();
    const told: string[] = [];
    const payments = world.open({
      subscribers: [
        async ({ type }) => {
          await new Promise<void>((resolve) => world.clock.schedule(2000, resolve));
          told.push(type);
        },
      ],
    });
    await payments.charge(order(), key(1));
    await payments.refund({ payment: 'order-1', amount: order().amount, reason: 'x' }, key(2));
    await world.clock.advance(1000);
    let isClosed = false;
    const closing = payments.close().then(() => {
      isClosed = true;
    });
    await world.clock.advance(500);
    expect(isClosed).toBe(false);
    await world.clock.advance(1000);
    await closing;
    expect(told).toEqual(['payment.approved']);
  });

  test('have types that their names tell apart', () => {
    const read = (event: PaymentsEvent): void => {
      if (event.type === 'payment.approved') expectTypeOf(event.amount.currency).toBeString();
      if (event.type === 'refund.declined') expectTypeOf(event.decline.reason).toBeString();
      if (event.type === 'payment.needs_review')
        expectTypeOf(event.reviews[0]?.evidence).toEqualTypeOf<readonly string[] | undefined>();
    };
    expect(read).toBeTypeOf('function');
  });
});
