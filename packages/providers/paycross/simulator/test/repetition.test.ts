import { describe, expect, it } from 'vitest';

import { cardOf, createMerchant, order, textOf } from './merchant.ts';

const requestId = { RequestID: 'd4b5f2a0-request' };
const hour = 3_600_000;

describe('RequestID', () => {
  it('replays the answer for 24 hours without another effect', async () => {
    const { post, simulator, clock } = createMerchant();
    const first = await post('payments', order(), requestId);
    await clock.advance(23 * hour);
    const again = await post('payments', order(), requestId);
    expect(again.body).toEqual(first.body);
    expect(simulator.transactions.all).toHaveLength(1);
  });

  it('is forgotten after 24 hours, and the same request charges again', async () => {
    const { post, simulator, clock } = createMerchant();
    await post('payments', order(), requestId);
    await clock.advance(24 * hour);
    await post('payments', order(), requestId);
    expect(simulator.bank.totals('EUR').captured).toBe(2000n);
  });

  it('makes a repeat wait for the first that is still running', async () => {
    const { post, simulator, clock } = createMerchant({ options: { processingMilliseconds: 5000 } });
    const both = [post('payments', order(), requestId), post('payments', order(), requestId)];
    await clock.advance(1000);
    expect(simulator.transactions.all).toHaveLength(0);
    await clock.advance(4000);
    const [first, second] = await Promise.all(both);
    expect(second?.body).toEqual(first?.body);
    expect(simulator.transactions.all).toHaveLength(1);
  });

  it('finds the answer that was lost on the way', async () => {
    const { post, simulator } = createMerchant();
    simulator.controls.loseNextResponse();
    await expect(post('payments', order(), requestId)).rejects.toThrow('lost');
    expect((await post('payments', order(), requestId)).body['transaction']).toMatchObject({ status: 'successful' });
    expect(simulator.bank.totals('EUR').captured).toBe(1000n);
  });

  it('does not compare the body of the repeat', async () => {
    const { post } = createMerchant();
    await post('payments', order(), requestId);
    expect((await post('payments', order({ amount: 9 }), requestId)).body['transaction']).toMatchObject({
      amount: 1000,
    });
  });

  it('shows the status of today only where the platform refreshes it', async () => {
    const request = order({ credit_card: cardOf('4012000000001097') });
    const status = async (repeatedAnswer: 'same' | 'refreshed'): Promise<unknown> => {
      const { post, simulator } = createMerchant({ options: { repeatedAnswer } });
      const { body } = await post('payments', request, requestId);
      simulator.controls.finish(textOf(body['transaction']?.['uid']), 'S.0000');
      return (await post('payments', request, requestId)).body['transaction']?.['status'];
    };
    expect(await status('same')).toBe('incomplete');
    expect(await status('refreshed')).toBe('successful');
  });
});

describe('duplicate_check', () => {
  it('refuses the same amount and card for 30 seconds', async () => {
    const { post, clock, simulator } = createMerchant();
    await post('payments', order());
    await clock.advance(29_999);
    const repeated = await post('payments', order({ tracking_id: 'order-8' }));
    expect(repeated.status).toBe(422);
    expect(repeated.body['response']?.['errors']).toEqual({ base: ['duplicate transaction'] });
    await clock.advance(1);
    expect((await post('payments', order())).status).toBe(200);
    expect(simulator.transactions.all).toHaveLength(2);
  });

  it('lets through another amount, another card, another kind, and a waiver', async () => {
    const { post } = createMerchant();
    await post('payments', order());
    const others = [
      await post('payments', order({ amount: 1001 })),
      await post('payments', order({ credit_card: cardOf('9112300000000000') })),
      await post('authorizations', order()),
      await post('payments', order({ duplicate_check: false })),
    ];
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('refuses two equal refunds of one payment', async () => {
    const { post } = createMerchant();
    const { body } = await post('payments', order());
    const refund = { parent_uid: body['transaction']?.['uid'], amount: 100, reason: 'Damaged' };
    expect((await post('refunds', refund)).status).toBe(200);
    expect((await post('refunds', refund)).status).toBe(422);
    expect((await post('refunds', { ...refund, duplicate_check: false })).status).toBe(200);
  });
});
