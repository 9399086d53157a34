import { bytes, text } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { authorization, cardOf, createMerchant, gatewayUrl, order } from './merchant.ts';

describe('payments and authorizations', () => {
  it('charges a card that takes no part in 3-D Secure at once', async () => {
    const { post, simulator } = createMerchant();
    const { status, body } = await post('payments', order());
    expect(status).toBe(200);
    expect(body['transaction']).toMatchObject({ status: 'successful', type: 'payment', amount: 1000 });
    expect(simulator.bank.totals('EUR').captured).toBe(1000n);
  });

  it('holds and does not charge an authorization', async () => {
    const { post, simulator } = createMerchant();
    await post('authorizations', order());
    expect(simulator.bank.totals('EUR')).toMatchObject({ captured: 0n, held: 1000n });
  });

  it('answers a decline with 200 and moves no money', async () => {
    const { post, simulator } = createMerchant();
    const { status, body } = await post('payments', order({ credit_card: cardOf('4005550000000019') }));
    expect(status).toBe(200);
    expect(body['transaction']).toMatchObject({ status: 'failed', message: 'Payment was declined', paid_at: null });
    expect(simulator.bank.entries).toEqual([]);
  });

  it('ends a test transaction with the expected bank code', async () => {
    const { post } = createMerchant();
    const declined = await post('payments', order({ additional_data: { expected_bank_code: 'F.0114' } }));
    expect(declined.body['transaction']).toMatchObject({ status: 'failed', code: 'F.0114' });
    const pending = await post('payments', order({ amount: 2, additional_data: { expected_bank_code: 'P.0001' } }));
    expect(pending.body['transaction']).toMatchObject({ status: 'pending', code: 'P.0001' });
  });

  it('ignores the expected bank code in a live transaction', async () => {
    const { post } = createMerchant();
    const request = order({
      test: false,
      credit_card: cardOf('4111111111111111'),
      additional_data: { expected_bank_code: 'F.0114' },
    });
    expect((await post('payments', request)).body['transaction']).toMatchObject({ status: 'successful', test: false });
  });

  it('knows no account behind a published test card in a live transaction', async () => {
    const { post } = createMerchant();
    const { body } = await post('payments', order({ test: false }));
    expect(body['transaction']).toMatchObject({ status: 'failed', code: 'F.0101' });
  });

  it('keeps an amount beyond the floating point integers exact', async () => {
    const { simulator, network } = createMerchant();
    const body = JSON.stringify({ request: order() }).replace('"amount":1000', '"amount":9007199254740993');
    const response = await network.send(`${gatewayUrl}/transactions/payments`, {
      method: 'POST',
      headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
      body: bytes(body),
    });
    expect(text(response.body)).toContain('"amount":9007199254740993');
    expect(simulator.bank.totals('EUR').captured).toBe(9007199254740993n);
  });

  it('runs a check-up without touching the ledger', async () => {
    const { post, simulator } = createMerchant();
    const { body } = await post('checkups', order({ credit_card: cardOf('4012000000001097') }));
    expect(body['transaction']).toMatchObject({ status: 'successful', type: 'checkup' });
    expect(simulator.bank.entries).toEqual([]);
  });

  it('pays out to a card and reports a refused one', async () => {
    const { post, simulator } = createMerchant();
    const payout = { amount: 300, currency: 'EUR', description: 'Prize', test: true };
    const paid = await post('payouts', { ...payout, recipient_credit_card: { number: '4200000000000000' } });
    expect(paid.body['transaction']).toMatchObject({ status: 'successful', type: 'payout' });
    const refused = await post('payouts', { ...payout, recipient_credit_card: { number: '4005550000000019' } });
    expect(refused.body['transaction']).toMatchObject({ status: 'failed' });
    expect(simulator.bank.totals('EUR').paidOut).toBe(300n);
  });
});
