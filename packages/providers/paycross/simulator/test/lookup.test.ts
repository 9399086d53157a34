import { describe, expect, it } from 'vitest';

import { createMerchant, order, textOf } from './merchant.ts';
import type { Body } from './merchant.ts';

const uidsIn = (body: Body): readonly unknown[] =>
  (body['transactions'] as unknown as readonly Body[]).map((transaction) => transaction['uid']);

describe('lookups', () => {
  it('finds one transaction by uid, a child too', async () => {
    const { post, get } = createMerchant();
    const paid = await post('payments', order());
    const uid = paid.body['transaction']?.['uid'];
    expect((await get(`/transactions/${textOf(uid)}`)).body).toEqual(paid.body);
    const refunded = await post('refunds', { parent_uid: uid, amount: 1, reason: 'x' });
    const child = await get(`/transactions/${textOf(refunded.body['transaction']?.['uid'])}`);
    expect(child.body['transaction']).toMatchObject({ type: 'refund', parent_uid: uid });
  });

  it('lists by tracking id, newest first and at most ten', async () => {
    const { post, get } = createMerchant();
    const uids: unknown[] = [];
    for (let amount = 1; amount <= 12; amount += 1) {
      uids.push((await post('payments', order({ amount }))).body['transaction']?.['uid']);
    }
    const { body } = await get('/v2/transactions/tracking_id/order-7');
    expect(uidsIn(body)).toEqual(uids.toReversed().slice(0, 10));
    const legacy = await get('/transactions/tracking_id/order-7');
    expect(legacy.body['transaction']?.['uid']).toBe(uids[0]);
  });

  it('lists nothing for an unknown tracking id', async () => {
    const { status, body } = await createMerchant().get('/v2/transactions/tracking_id/order-0');
    expect(status).toBe(200);
    expect(body).toEqual({ transactions: [] });
  });

  it('finds a transaction by each of its tracking ids', async () => {
    const { post, get } = createMerchant();
    await post('payments', order({ tracking_id: 'order/1;order-2' }));
    for (const trackingId of ['order/1', 'order-2', 'order/1;order-2']) {
      const { body } = await get(`/v2/transactions/tracking_id/${encodeURIComponent(trackingId)}`);
      expect(uidsIn(body)).toHaveLength(1);
    }
  });

  it('answers flat bodies to version 3', async () => {
    const { post, get } = createMerchant();
    const { body } = await post('payments', order(), { 'X-API-Version': '3' });
    expect(body).toMatchObject({
      status: 'successful',
      code: 'S.0000',
      payment_method: { payment_method_type: 'credit_card', last_4: '0000' },
      transaction: { status: 'successful', bank_code: '05' },
    });
    const found = await get(`/transactions/${textOf(body['uid'])}`);
    expect(found.body['transaction']).toMatchObject({ uid: body['uid'] });
  });
});
