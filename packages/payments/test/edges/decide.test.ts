import { Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { forgedWebhookStream } from '../../src/index.ts';
import { order } from '../world/world.ts';
import { unclear } from './in-review.ts';
import { memoryLogger } from './log-lines.ts';
import { refusalOf, wrongFieldsOf } from './refusal.ts';

const day = 24 * 60 * 60_000;
const by = { by: 'olena', note: 'seen in the dashboard' };
const { amount } = order();

describe("an operator's decision", () => {
  test('that the money was taken makes the payment approved, for good, and says who decided and why', async () => {
    const { world, payments, review } = await unclear();
    const decision = { review: review.id, decision: 'approved', providerReference: 'tx-1', amount, ...by } as const;
    expect(await payments.decide(decision)).toMatchObject({
      operations: [{ status: 'approved', providerReference: 'tx-1', amount }],
    });
    expect(await payments.reviews()).toEqual([]);
    const text = JSON.stringify(await world.journal.read('order-1'));
    expect(text).toContain('olena');
    expect(text).toContain('seen in the dashboard');
    await payments.close();
  });

  test('that nothing was taken makes it declined, and goes to no other provider', async () => {
    const { world, payments, review, events } = await unclear();
    const decided = await payments.decide({ review: review.id, decision: 'nothing_taken', ...by });
    expect(decided?.operations).toMatchObject([{ status: 'declined' }]);
    await world.clock.advance(day);
    expect(world.ledger()).toEqual(['paycross charge 1050']);
    expect(events.map(({ type }) => type)).toContain('payment.declined');
    await payments.close();
  });

  test('changes nothing when it is repeated, and is refused when it was decided otherwise', async () => {
    const { world, payments, review } = await unclear();
    const decision = { review: review.id, decision: 'nothing_taken', ...by } as const;
    await Promise.all([payments.decide(decision), payments.decide({ ...decision, by: 'petro' })]);
    const version = (await world.journal.read('order-1'))?.version;
    await payments.decide(decision);
    expect((await world.journal.read('order-1'))?.version).toBe(version);
    const other = { ...decision, decision: 'approved', providerReference: 'tx-1', amount } as const;
    expect((await refusalOf(() => payments.decide(other))).message).toBe(
      'review: is not open any more, so there is nothing to decide: the operation is declined',
    );
    await payments.close();
  });

  test('never outvotes the provider: what it took all the same is given back', async () => {
    const { world, payments, review, events, repair } = await unclear();
    await payments.decide({ review: review.id, decision: 'nothing_taken', ...by });
    repair();
    for (const [provider, request] of world.webhooks) await payments.receive(provider, request);
    await world.clock.advance(60_000);
    expect(world.ledger()).toEqual(['paycross charge 1050', 'paycross refund 1050']);
    expect((await payments.get('order-1'))?.operations[0].status).toBe('declined');
    expect(events.map(({ type }) => type)).toContain('reversal.approved');
    await payments.close();
  });

  test("is refused when it does not fit what was asked for, or names another payment's transaction", async () => {
    const { world, payments, review } = await unclear();
    const other = await world.open().charge(order(), { key: 'order-2' });
    const providerReference = 'providerReference' in other ? (other.providerReference ?? '') : '';
    const decision = { review: review.id, decision: 'approved', providerReference, amount, ...by } as const;
    const refused = async (change: object): Promise<string[]> =>
      await wrongFieldsOf(() => payments.decide({ ...decision, ...change }));
    expect(await refused({})).toEqual(['providerReference']);
    expect(await refused({ providerReference: 'tx-1', amount: Money.of(1n, 'EUR') })).toEqual(['amount']);
    expect(await refused({ review: 'order-1-1/2' })).toEqual(['review']);
    expect(await refused({ review: 'order-2-1/1' })).toEqual(['review']);
    expect(await refused({ review: 'nobody-1/1' })).toEqual(['review']);
    const handled = { review: review.id, decision: 'handled', ...by } as const;
    expect(await wrongFieldsOf(() => payments.decide(handled))).toEqual(['decision']);
    await payments.close();
  });

  test('keeps no card number that was written into its note', async () => {
    const { world, payments, review } = await unclear();
    const note = 'the shopper reads 4111 1111 1111 1111 from the card';
    await payments.decide({ review: review.id, decision: 'nothing_taken', by: 'olena', note });
    expect(JSON.stringify(await world.journal.read('order-1'))).not.toContain('1111');
    await payments.close();
  });

  test('to ask again asks the provider once more, and the answer decides', async () => {
    const { world, payments, review, repair } = await unclear();
    await payments.decide({ review: review.id, decision: 'again', ...by });
    expect(await payments.reviews()).toHaveLength(1);
    repair();
    const { logger, lines } = memoryLogger();
    const other = world.open({ logger });
    const decided = await other.decide({ review: review.id, decision: 'again', ...by });
    expect(decided?.operations[0]).toMatchObject({ status: 'approved', provider: 'paycross' });
    expect(await other.reviews()).toEqual([]);
    expect(lines()).toContainEqual(
      expect.objectContaining({ event: 'review_decided', by: 'olena', decision: 'again' }),
    );
    await payments.close();
  });

  test('to ask again is refused when the provider was asked too often already', async () => {
    const { payments, review } = await unclear();
    const again = { review: review.id, decision: 'again', ...by } as const;
    await payments.decide(again);
    await payments.decide(again);
    expect((await refusalOf(() => payments.decide(again))).message).toBe(
      'decision: cannot be again: paycross was asked 7 times',
    );
    await payments.close();
  });

  test('about a stream that is no payment is refused', async () => {
    const { world, payments } = await unclear();
    const stream = forgedWebhookStream('paycross', world.clock.now());
    expect(await wrongFieldsOf(() => payments.decide({ review: `${stream}/1`, decision: 'again', ...by }))).toEqual([
      'review',
    ]);
    await payments.close();
  });
});
