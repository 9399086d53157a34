import { describe, expect, it } from 'vitest';

import { createMerchant, cardOf, order } from './merchant.ts';
import type { Merchant } from './merchant.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function tokenOf(merchant: Merchant, contract: readonly string[], number = '4200000000000000'): Promise<unknown> {
  const request = order({ credit_card: cardOf(number), additional_data: { contract } });
  const { body } = await merchant.post('tokenizations', request);
  return body['transaction']?.['credit_card']?.['token'];
}

describe('tokens', () => {
  it('come for a contract and are null without one', async () => {
    const merchant = createMerchant();
    expect(await tokenOf(merchant, ['recurring'])).toMatch(uuid);
    const without = await merchant.post('tokenizations', order({ amount: 5 }));
    expect(without.body['transaction']).toMatchObject({ status: 'successful', credit_card: { token: null } });
    expect(merchant.simulator.bank.entries).toEqual([]);
  });

  it('come with a payment too', async () => {
    const { body } = await createMerchant().post('payments', order({ additional_data: { contract: ['oneclick'] } }));
    expect(body['transaction']?.['credit_card']?.['token']).toMatch(uuid);
  });

  it('pay without security code and 3-D Secure when recurring', async () => {
    const merchant = createMerchant({
      cards: [{ number: '4111111111111111', authentication: { version: 2, flow: 'challenge', result: 'Y' } }],
    });
    const request = order({
      credit_card: cardOf('4111111111111111', { skip_three_d_secure_verification: true }),
      additional_data: { contract: ['recurring'] },
    });
    const { body } = await merchant.post('tokenizations', request);
    const token = body['transaction']?.['credit_card']?.['token'];
    const paid = await merchant.post('payments', {
      amount: 100,
      currency: 'EUR',
      description: 'Renewal',
      credit_card: { token },
    });
    expect(paid.body['transaction']).toMatchObject({ status: 'successful', credit_card: { token } });
  });

  it('ask for the security code and a return address when oneclick', async () => {
    const merchant = createMerchant();
    const token = await tokenOf(merchant, ['oneclick']);
    const silent = await merchant.post('payments', order({ credit_card: { token } }));
    expect(silent.body['response']?.['errors']).toEqual({ credit_card: { verification_value: ["can't be blank"] } });
    const lost = await merchant.post(
      'payments',
      order({ credit_card: { token, verification_value: '123' }, return_url: undefined }),
    );
    expect(lost.body['response']?.['errors']).toEqual({ return_url: ["can't be blank"] });
    const paid = await merchant.post('payments', order({ credit_card: { token, verification_value: '123' } }));
    expect(paid.body['transaction']).toMatchObject({ status: 'successful' });
  });

  it('are challenged when oneclick and the card takes part in 3-D Secure', async () => {
    const merchant = createMerchant();
    const request = order({
      credit_card: cardOf('4012000000001097', { skip_three_d_secure_verification: true }),
      additional_data: { contract: ['oneclick'] },
    });
    const { body } = await merchant.post('tokenizations', request);
    const token = body['transaction']?.['credit_card']?.['token'];
    const paid = await merchant.post('payments', order({ credit_card: { token, verification_value: '123' } }));
    expect(paid.body['transaction']).toMatchObject({ status: 'incomplete', message: null });
  });

  it('serve payouts only under the credit contract, and payments only under another', async () => {
    const merchant = createMerchant();
    const credit = await tokenOf(merchant, ['credit']);
    const recurring = await tokenOf(merchant, ['recurring'], '9112300000000000');
    const payout = { amount: 100, currency: 'EUR', description: 'Prize', test: true };
    const paidOut = await merchant.post('payouts', { ...payout, recipient_credit_card: { token: credit } });
    expect(paidOut.body['transaction']).toMatchObject({ status: 'successful' });
    expect((await merchant.post('payouts', { ...payout, recipient_credit_card: { token: recurring } })).status).toBe(
      422,
    );
    expect((await merchant.post('payments', order({ credit_card: { token: credit } }))).status).toBe(422);
    expect((await merchant.post('credits', { ...payout, credit_card: { token: recurring } })).status).toBe(200);
  });

  it('are refused when unknown', async () => {
    const { status, body } = await createMerchant().post('payments', order({ credit_card: { token: 'no-such' } }));
    expect(status).toBe(400);
    expect(body).toEqual({
      response: { message: 'Token does not exist.', errors: { credit_card: { token: ['does not exist'] } } },
    });
  });

  it('decline once the card has expired', async () => {
    const merchant = createMerchant();
    const token = await tokenOf(merchant, ['recurring']);
    await merchant.clock.advance(5 * 365 * 86_400_000);
    const { body } = await merchant.post('payments', order({ credit_card: { token } }));
    expect(body['transaction']).toMatchObject({ status: 'failed', code: 'F.0111' });
  });
});
