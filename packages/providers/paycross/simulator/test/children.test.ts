import { describe, expect, it } from 'vitest';

import { createMerchant, order, textOf } from './merchant.ts';
import type { Body, Merchant } from './merchant.ts';

async function open(merchant: Merchant, kind: 'payments' | 'authorizations', changes = {}): Promise<string> {
  const { body } = await merchant.post(kind, order(changes));
  return textOf(body['transaction']?.['uid']);
}

const childOf = (parent: string, amount: number, changes = {}): object => ({ parent_uid: parent, amount, ...changes });
const errorsIn = (body: Body): Body | undefined => body['response']?.['errors'];

describe('captures', () => {
  it('takes several parts up to the authorized amount', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'authorizations');
    expect((await merchant.post('captures', childOf(parent, 600))).body['transaction']).toMatchObject({
      status: 'successful',
      type: 'capture',
      parent_uid: parent,
      capture: { status: 'successful' },
    });
    const over = await merchant.post('captures', childOf(parent, 401));
    expect(over.status).toBe(422);
    expect(over.body).toMatchObject({
      response: { message: "Amount can't be greater than 400.", errors: { amount: ["can't be greater than 400"] } },
    });
    await merchant.post('captures', childOf(parent, 400));
    expect(merchant.simulator.bank.totals('EUR')).toMatchObject({ captured: 1000n, held: 0n });
    expect(errorsIn((await merchant.post('captures', childOf(parent, 1))).body)).toEqual({
      base: ["transaction can't be captured"],
    });
  });

  it('takes one part only in a shop without multiple captures', async () => {
    const merchant = createMerchant({ options: { multipleCaptures: false } });
    const parent = await open(merchant, 'authorizations');
    await merchant.post('captures', childOf(parent, 600));
    expect((await merchant.post('captures', childOf(parent, 100))).status).toBe(422);
  });

  it('refuses to capture a payment and an unknown parent', async () => {
    const merchant = createMerchant();
    const payment = await open(merchant, 'payments');
    expect((await merchant.post('captures', childOf(payment, 1))).status).toBe(422);
    const orphan = await merchant.post('captures', childOf('no-such-uid', 1));
    expect(orphan.status).toBe(400);
    expect(orphan.body).toEqual({
      response: {
        message: 'Parent uid Parent transaction is not found.',
        errors: { parent_uid: ['Parent transaction is not found'] },
      },
    });
  });
});

describe('voids', () => {
  it('releases a hold, after which nothing can be captured', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'authorizations');
    const { body } = await merchant.post('voids', childOf(parent, 1000));
    expect(body['transaction']).toMatchObject({ type: 'void', void: { message: 'Void was approved' } });
    expect(merchant.simulator.bank.totals('EUR').held).toBe(0n);
    expect((await merchant.post('captures', childOf(parent, 1000))).status).toBe(422);
    expect(merchant.simulator.bank.totals('EUR').captured).toBe(0n);
  });

  it('releases a part and leaves the rest to capture', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'authorizations');
    await merchant.post('voids', childOf(parent, 300));
    expect(merchant.simulator.bank.totals('EUR').held).toBe(700n);
    expect((await merchant.post('captures', childOf(parent, 701))).status).toBe(422);
    await merchant.post('captures', childOf(parent, 700));
    expect(merchant.simulator.bank.totals('EUR')).toMatchObject({ captured: 700n, held: 0n });
  });

  it('refuses a hold that was captured and more than was held', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'authorizations');
    const over = await merchant.post('voids', childOf(parent, 1001));
    expect(errorsIn(over.body)).toEqual({ amount: ["can't be greater than 1000"] });
    await merchant.post('captures', childOf(parent, 100));
    expect(errorsIn((await merchant.post('voids', childOf(parent, 900))).body)).toEqual({
      base: ["transaction can't be voided"],
    });
  });
});

describe('refunds', () => {
  it('returns parts of a payment and never more than it', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'payments');
    const first = await merchant.post('refunds', childOf(parent, 400, { reason: 'Damaged' }));
    expect(first.body['transaction']).toMatchObject({ type: 'refund', reason: 'Damaged', parent_uid: parent });
    const over = await merchant.post('refunds', childOf(parent, 601, { reason: 'Damaged' }));
    expect(over.status).toBe(422);
    await merchant.post('refunds', childOf(parent, 600, { reason: 'Damaged' }));
    expect(merchant.simulator.bank.totals('EUR')).toMatchObject({ refunded: 1000n, net: 0n });
  });

  it('returns a capture but not an authorization', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'authorizations');
    const captured = await merchant.post('captures', childOf(parent, 500));
    const uid = textOf(captured.body['transaction']?.['uid']);
    expect((await merchant.post('refunds', childOf(parent, 1, { reason: 'x' }))).status).toBe(422);
    expect((await merchant.post('refunds', childOf(uid, 500, { reason: 'x' }))).status).toBe(200);
  });

  it('demands a reason', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'payments');
    const { body } = await merchant.post('refunds', childOf(parent, 1));
    expect(body['response']?.['message']).toBe("Reason can't be blank.");
  });

  it('can be declined by the bank, and then counts for nothing', async () => {
    const merchant = createMerchant();
    const parent = await open(merchant, 'payments');
    merchant.simulator.controls.decideNext('F.0999');
    const declined = await merchant.post('refunds', childOf(parent, 1000, { reason: 'x' }));
    expect(declined.body['transaction']).toMatchObject({ status: 'failed' });
    const again = await merchant.post('refunds', childOf(parent, 1000, { reason: 'x', duplicate_check: false }));
    expect(again.body['transaction']).toMatchObject({ status: 'successful' });
  });
});
