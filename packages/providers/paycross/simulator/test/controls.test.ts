import { describe, expect, it } from 'vitest';

import { createMerchant, order, textOf } from './merchant.ts';

describe('controls', () => {
  it('show an unknown status word once while the truth stays', async () => {
    const { post, get, simulator } = createMerchant();
    simulator.controls.answerStatusNext('frobnicated');
    const { body } = await post('payments', order());
    expect(body['transaction']?.['status']).toBe('frobnicated');
    const { body: found } = await get('/v2/transactions/tracking_id/order-7');
    expect(found['transactions']?.[0]?.['status']).toBe('successful');
  });

  it('show a wrong amount once', async () => {
    const { post, simulator } = createMerchant();
    simulator.controls.answerAmountNext(7n);
    expect((await post('payments', order())).body['transaction']?.['amount']).toBe(7);
    expect(simulator.bank.totals('EUR').captured).toBe(1000n);
  });

  it('refuse one call without acting', async () => {
    const { post, simulator } = createMerchant();
    simulator.controls.refuseNext(429);
    expect((await post('payments', order())).status).toBe(429);
    expect(simulator.transactions.all).toEqual([]);
    expect((await post('payments', order())).status).toBe(200);
  });

  it('end a pending transaction, and leave a final one alone', async () => {
    const { post, simulator } = createMerchant();
    simulator.controls.decideNext('P.0001');
    const { body } = await post('payments', order());
    const uid = textOf(body['transaction']?.['uid']);
    expect(simulator.transactions.find(uid)?.status).toBe('pending');
    simulator.controls.finish(uid, 'S.0000');
    simulator.controls.finish(uid, 'F.0999');
    expect(simulator.transactions.find(uid)?.status).toBe('successful');
    expect(simulator.bank.totals('EUR').captured).toBe(1000n);
  });

  it('replay a run from its seed', async () => {
    const run = async (seed: number): Promise<unknown> =>
      (await createMerchant({ seed }).post('payments', order())).body;
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
  });
});
