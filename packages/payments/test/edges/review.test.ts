import { describe, expect, test } from 'vitest';
import { openWorld, order } from '../world/world.ts';
import { unclear } from './in-review.ts';

const { amount } = order();

describe('what the library cannot find out', () => {
  test('is listed with everything that is known of it, in words, and with what can be decided', async () => {
    const { world, payments, review } = await unclear();
    expect(review).toMatchObject({
      id: 'order-1-1/1',
      payment: 'order-1',
      key: 'order-1',
      operation: 'charge',
      requested: amount,
      provider: 'paycross',
      reference: 'order-1-1',
      decisions: { approved: expect.any(String), nothing_taken: expect.any(String), again: expect.any(String) },
    });
    expect(review.evidence).toEqual([
      '2026-11-21T00:00:00.000Z sent to paycross as order-1-1',
      expect.stringMatching(/^2026-11-21T00:00:00.000Z answer: nothing usable, connection_lost/),
      expect.stringMatching(
        / lookup: says nothing about it, internal \(5 times, the last at 2026-11-21T00:0\d:\d\d\.000Z\)$/,
      ),
    ]);
    expect(world.ledger()).toEqual(['paycross charge 1050']);
    await payments.close();
  });

  test('is told as an event that names the evidence and what an operator can do', async () => {
    const { payments, review, events } = await unclear();
    const told = events.filter(({ type }) => type === 'payment.needs_review');
    expect(told).toEqual([expect.objectContaining({ payment: 'order-1', status: 'unknown', reviews: [review] })]);
    await payments.close();
  });

  test('is listed by pages', async () => {
    const world = openWorld();
    const lookup = (): never => {
      throw new Error('down');
    };
    const payments = world.open({
      providers: [{ ...world.paymega.provider, lookup }],
      recovery: { lookupsBeforeReview: 1, delaysMilliseconds: [1000] },
      limits: { operationMilliseconds: 1000 },
    });
    for (let number = 1; number <= 5; number += 1) {
      world.paymega.transport.next('response_lost', '/sale');
      void payments.charge(order(), { key: `order-${number}` });
    }
    await world.clock.advance(120_000);
    const first = await payments.reviews({ limit: 3 });
    const last = await payments.reviews({ limit: 3, after: first.at(-1)?.payment ?? '' });
    expect([...first, ...last].map(({ payment }) => payment)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `order-${number}`),
    );
    await payments.close();
  });
});
