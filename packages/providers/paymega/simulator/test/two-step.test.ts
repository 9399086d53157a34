import { describe, expect, it } from 'vitest';

import { card, openShop, plainCard } from './merchant.ts';
import type { Answer, Shop } from './merchant.ts';

const delayed = { flow: 'delayed_charge' };

async function hold(shop: Shop, attributes: object = {}): Promise<Answer> {
  const invoice = await shop.create({ ...delayed, ...attributes });
  expect(invoice.body.data.attributes.status).toBe('authorize_pending');
  expect((await shop.sale(invoice, plainCard)).body.status).toBe('authorized');
  return invoice;
}

describe('a two-step payment', () => {
  it('holds the money and takes it when captured, whether the amount is a string or a number', async () => {
    const shop = openShop();
    for (const amount of ['100', 100]) {
      const { id } = (await hold(shop)).body.data;
      expect(shop.simulator.bank.totals('USD').held).toBe(10_000n);
      const { status, body } = await shop.operate('capture', id, { amount });
      expect(status).toBe(200);
      expect(body.data.attributes).toMatchObject({ status: 'processed', processed_amount: 100 });
      expect(shop.simulator.bank.totals('USD').held).toBe(0n);
    }
  });

  it('is captured in part only when the invoice allows it', async () => {
    const shop = openShop();
    const strict = (await hold(shop)).body.data.id;
    expect((await shop.operate('capture', strict, { amount: 40 })).status).toBe(422);
    const lenient = (await hold(shop, { options: { allow_partially: true } })).body.data.id;
    expect((await shop.operate('capture', lenient, { amount: 101 })).status).toBe(422);
    const { body } = await shop.operate('capture', lenient, { amount: 40.5 });
    expect(body.data.attributes).toMatchObject({ status: 'processed', amount: 100, processed_amount: 40.5 });
    expect((await shop.operate('capture', lenient, { amount: 1 })).status).toBe(422);
    expect(shop.simulator.bank.totals('USD').captured).toBe(4050n);
  });

  it('is voided in full or not at all, and never captured afterwards', async () => {
    const shop = openShop({ voidedStatus: 'cancelled' });
    const { id } = (await hold(shop)).body.data;
    expect((await shop.operate('void', id, { amount: '40' })).status).toBe(422);
    expect((await shop.operate('void', id, {})).body.data.attributes.status).toBe('cancelled');
    expect((await shop.operate('capture', id, { amount: 100 })).status).toBe(422);
    expect((await shop.operate('void', id, {})).status).toBe(422);
    expect(shop.simulator.bank.totals('USD')).toMatchObject({ held: 0n, captured: 0n });
  });

  it('wants amount, type and the same id in the body', async () => {
    const shop = openShop();
    const { id } = (await hold(shop)).body.data;
    const answer = await shop.api('POST', `/payment-invoices/${id}/capture`, {
      data: { type: 'capture', attributes: {} },
    });
    expect(answer.body.errors.map((error) => error.source.pointer)).toEqual([
      '/data/type',
      '/data/id',
      '/data/attributes/amount',
    ]);
  });

  it('captures or voids by itself after the delay in minutes', async () => {
    const shop = openShop();
    const captured = await hold(shop, { options: { delayed_action: 'capture', delayed_action_delay: 60 } });
    const voided = await hold(shop, { options: { delayed_action: 'void', delayed_action_delay: 61 } });
    await shop.clock.advance(60 * 60_000 - 1);
    expect(shop.seen(captured)?.status).toBe('authorized');
    await shop.clock.advance(1);
    expect([shop.seen(captured)?.status, shop.seen(voided)?.status]).toEqual(['processed', 'authorized']);
    await shop.clock.advance(60_000);
    expect(shop.seen(voided)?.status).toBe('voided');
  });

  it('fails as authorize_failed when the card is declined', async () => {
    const shop = openShop();
    const invoice = await shop.create(delayed);
    expect((await shop.sale(invoice, card(shop.simulator.cards.declined))).body.status).toBe('authorize_failed');
    expect((await shop.operate('capture', invoice.body.data.id, { amount: 100 })).status).toBe(422);
  });
});

describe('a refund', () => {
  const paid = async (shop: Shop): Promise<string> => {
    const invoice = await shop.create();
    await shop.sale(invoice, plainCard);
    return invoice.body.data.id;
  };
  const refund = (shop: Shop, id: string, amount: number, reference: string): Promise<Answer> =>
    shop.operate('refund', id, { amount, reference_id: reference });

  it('may be partial and repeated, but never more than was taken', async () => {
    const shop = openShop();
    const id = await paid(shop);
    const first = await refund(shop, id, 30.25, 'r1');
    expect(first.body.data.attributes).toMatchObject({ status: 'partially_refunded', refunded_amount: 30.25 });
    expect((await refund(shop, id, 69.76, 'r2')).status).toBe(422);
    expect((await refund(shop, id, 1, 'r1')).body.errors[0]?.code).toBe('duplicate');
    const second = await refund(shop, id, 69.75, 'r3');
    expect(second.body.data.attributes).toMatchObject({ status: 'refunded', refunded_amount: 100 });
    expect(shop.simulator.bank.totals('USD').net).toBe(0n);
  });

  it('passes through refund_pending when refunds take time, and may fail', async () => {
    const shop = openShop({ refundDelaySeconds: 60 });
    const id = await paid(shop);
    shop.simulator.controls.failNextRefund();
    expect((await refund(shop, id, 100, 'r1')).body.data.attributes.status).toBe('refund_pending');
    await shop.clock.advance(60_000);
    expect(shop.simulator.invoices.get(id)?.status).toBe('refund_failed');
    expect(shop.simulator.bank.totals('USD').net).toBe(10_000n);
    await refund(shop, id, 100, 'r2');
    await shop.clock.advance(60_000);
    expect(shop.simulator.invoices.get(id)?.status).toBe('refunded');
  });

  it('of something not paid is refused', async () => {
    const shop = openShop();
    const invoice = await shop.create();
    expect((await refund(shop, invoice.body.data.id, 1, 'r1')).status).toBe(422);
  });
});

describe('a payout', () => {
  const attributes = {
    reference_id: 'payout-1',
    service: 'payment_card_usd',
    currency: 'USD',
    amount: 25.5,
    test_mode: true,
    fields: { card_number: '5519283812030000' },
    callback_url: 'https://shop.test/callback',
  };
  const create = (shop: Shop, changes: object = {}): Promise<Answer> =>
    shop.api('POST', '/payout-invoices', {
      data: { type: 'payout-invoice', attributes: { ...attributes, ...changes } },
    });

  it('sends money once per reference and is found by it', async () => {
    const shop = openShop();
    const { status, body } = await create(shop);
    expect(status).toBe(201);
    expect(body.data.attributes).toMatchObject({ status: 'processed', processed_amount: 25.5 });
    expect((await create(shop)).status).toBe(422);
    expect(shop.simulator.bank.totals('USD').paidOut).toBe(2550n);
    const found = await shop.list('/payout-invoices?filter%5Breference_id%5D=payout-1');
    expect(found.body.data[0]?.id).toBe(body.data.id);
    await shop.simulator.courier.idle();
    expect(shop.callbacks.map((callback) => callback.body.data.attributes.status)).toEqual([
      'created',
      'process_pending',
      'processed',
    ]);
  });

  it('waits for a second call when it is not to be processed by itself', async () => {
    const shop = openShop({ payoutDelaySeconds: 5 });
    const { body } = await create(shop, { options: { auto_process: false } });
    expect(body.data.attributes.status).toBe('created');
    const started = await shop.api('POST', `/payout-invoices/${body.data.id}/process`);
    expect(started.body.data.attributes.status).toBe('process_pending');
    await shop.clock.advance(5000);
    expect(shop.simulator.payouts.get('payout-1')?.status).toBe('processed');
    expect((await shop.api('POST', `/payout-invoices/${body.data.id}/process`)).status).toBe(422);
  });

  it('fails for a card that is declined', async () => {
    const shop = openShop();
    const { body } = await create(shop, { fields: { card_number: shop.simulator.cards.insufficientFunds } });
    expect(body.data.attributes).toMatchObject({ status: 'process_failed', resolution: 'insufficient_funds' });
    expect((await create(shop, { reference_id: 'p2', fields: {} })).status).toBe(422);
    expect(shop.simulator.bank.entries).toEqual([]);
  });
});
