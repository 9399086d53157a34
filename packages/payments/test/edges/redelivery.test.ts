import type { Journal } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../src/index.ts';
import { openWorld, order } from '../world/world.ts';
import { journalWith } from './journal-with.ts';
import { listener } from './listener.ts';

const key = (number: number): { readonly key: string } => ({ key: `order-${number}` });

describe('events', () => {
  test('come again, ever later, until they are taken, and nothing of their payment overtakes them', async () => {
    const world = openWorld();
    let isDown = true;
    const { subscriber, told, tried } = listener(() => isDown);
    const payments = world.open({ subscribers: [subscriber] });
    await payments.charge(order(), key(1));
    await payments.refund({ payment: 'order-1', amount: order().amount, reason: 'x' }, key(2));
    await world.clock.advance(60_000);
    const soon = tried.length;
    expect(soon).toBeGreaterThanOrEqual(4);
    await world.clock.advance(60 * 60_000);
    expect(tried.length - soon).toBeGreaterThanOrEqual(10);
    expect(tried.length - soon).toBeLessThanOrEqual(13);
    expect(new Set(tried)).toEqual(new Set(['order-1 payment.approved']));
    isDown = false;
    await world.clock.advance(6 * 60_000);
    expect(told).toEqual(['order-1 payment.approved', 'order-2 refund.approved']);
    await world.clock.advance(60 * 60_000);
    expect(told).toHaveLength(2);
    await payments.close();
  });

  test('that nobody takes hold up their own payment alone', async () => {
    const world = openWorld();
    const { subscriber, told } = listener(({ payment }) => payment.startsWith('order-1'));
    const payments = world.open({ subscribers: [subscriber], delivery: { concurrency: 2 } });
    for (let number = 10; number < 20; number += 1) await payments.charge(order(), key(number));
    for (let number = 20; number < 40; number += 1) await payments.charge(order(), key(number));
    await world.clock.advance(5 * 60_000);
    expect(told).toEqual(Array.from({ length: 20 }, (_, index) => `order-${index + 20} payment.approved`));
    await payments.close();
  });

  test('are not lost when a process dies between taking and acknowledging them: another delivers them again', async () => {
    const world = openWorld();
    const dying = listener();
    const first = world.open({ journal: diesAtAcknowledging(world.journal), subscribers: [dying.subscriber] });
    await first.charge(order(), key(1));
    await world.clock.advance(0);
    expect(dying.told).toEqual(['order-1 payment.approved']);
    const other = listener();
    const second = world.open({ subscribers: [other.subscriber] });
    await world.clock.advance(30_000);
    expect(other.told).toEqual([]);
    await world.clock.advance(60_000);
    expect(other.told).toEqual(['order-1 payment.approved']);
    await second.close();
  });

  test('are not delivered by a process that is so slow that another may have them by then', async () => {
    const world = openWorld();
    const { subscriber, told } = listener();
    await world.open().charge(order(), key(1));
    let isSlow = true;
    const journal = journalWith(world.journal, {
      async takeMessages(request) {
        const taken = await world.journal.takeMessages(request);
        if (isSlow) await new Promise<void>((resolve) => world.clock.schedule(40_000, resolve));
        return taken;
      },
    });
    const payments = world.open({ journal, subscribers: [subscriber] });
    await world.clock.advance(60_000);
    expect(told).toEqual([]);
    isSlow = false;
    await world.clock.advance(60_000);
    expect(told).toEqual(['order-1 payment.approved']);
    await payments.close();
  });

  test('that a subscriber never finishes come again after its time', async () => {
    const world = openWorld();
    let times = 0;
    const subscriber: Subscriber = () => {
      times += 1;
      return times === 1 ? new Promise(() => undefined) : undefined;
    };
    const payments = world.open({ subscribers: [subscriber], delivery: { timeoutMilliseconds: 5000 } });
    await payments.charge(order(), key(1));
    await world.clock.advance(4000);
    expect(times).toBe(1);
    await world.clock.advance(20_000);
    expect(times).toBe(2);
    await payments.close();
  });

  test('are not all taken and failed while nobody can take any', async () => {
    const world = openWorld();
    for (let number = 1; number <= 200; number += 1) await world.open().charge(order(), key(number));
    let isDown = true;
    const { subscriber, told, tried } = listener(() => isDown);
    const payments = world.open({ subscribers: [subscriber], delivery: { concurrency: 4 } });
    await world.clock.advance(60_000);
    expect(tried.length).toBeLessThan(100);
    isDown = false;
    await world.clock.advance(3 * 60_000);
    expect(told).toHaveLength(200);
    await payments.close();
  });
});

/** As a process has it that dies at that moment: nothing comes back any more. */
function diesAtAcknowledging(journal: Journal): Journal {
  let isDead = false;
  const never = new Promise<never>(() => undefined);
  return journalWith(journal, {
    takeMessages: (request) => (isDead ? never : journal.takeMessages(request)),
    acknowledge() {
      isDead = true;
      return never;
    },
  });
}
