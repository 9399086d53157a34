import { describe, expect, it } from 'vitest';

import { createMerchant, textOf } from './merchant.ts';

// PayCross docs: tokenization page, the example request; the expiry moved to the future of the test's clock.
const exampleRequest = {
  amount: 100,
  currency: 'USD',
  description: 'Test transaction',
  tracking_id: 'your_uniq_number',
  language: 'en',
  test: true,
  additional_data: { contract: ['recurring'] },
  billing_address: {
    first_name: 'John',
    last_name: 'Doe',
    country: 'US',
    city: 'Denver',
    state: 'CO',
    zip: '96002',
    address: '1st Street',
  },
  credit_card: {
    number: '4200000000000000',
    verification_value: '123',
    holder: 'John Doe',
    exp_month: '05',
    exp_year: '2027',
  },
  customer: { ip: '127.0.0.1', email: 'john@example.com' },
};

// The example names no return_url, so it comes from a shop without 3-D Secure.
const shop = { options: { threeDSecure: false, refuseUnknownFields: true } } as const;

describe('the answer to the example of the tokenization page', () => {
  it('has the fields of the documented answer', async () => {
    const { body } = await createMerchant(shop).post('tokenizations', exampleRequest);
    const uid = body['transaction']?.['uid'];
    expect(body['transaction']).toMatchObject({
      uid,
      id: uid,
      status: 'successful',
      amount: 100,
      currency: 'USD',
      description: 'Test transaction',
      type: 'tokenization',
      payment_method_type: 'credit_card',
      tracking_id: 'your_uniq_number',
      message: 'Successfully processed',
      test: true,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
      paid_at: null,
      language: 'en',
      redirect_url: `https://gateway.pay-cross.com/process/${textOf(uid)}`,
      status_code: null,
      credit_card: {
        holder: 'John Doe',
        stamp: expect.stringMatching(/^[0-9a-f]{64}$/),
        brand: 'visa',
        last_4: '0000',
        first_1: '4',
        bin: '420000',
        bin_8: '42000000',
        issuer_country: null,
        issuer_name: null,
        product: null,
        exp_month: 5,
        exp_year: 2027,
        token_provider: null,
        token: expect.any(String),
      },
      additional_data: { contract: ['recurring'] },
      smart_routing_verification: { status: 'successful' },
      tokenization: { message: null, gateway_id: 3483, status: 'successful' },
      customer: { ip: '127.0.0.1', email: 'john@example.com', device_id: null, birth_date: null },
      billing_address: { ...exampleRequest.billing_address, phone: null },
    });
  });

  it('mixes the forms of time in one payment', async () => {
    const { body } = await createMerchant(shop).post('payments', exampleRequest);
    expect(body['transaction']).toMatchObject({
      created_at: '2026-11-21T12:00:00.000Z',
      paid_at: '2026-11-21T12:00:00+00:00',
      payment: { bank_code: '05', status: 'successful', amount: 100 },
    });
  });

  it('never repeats the number or the security code', async () => {
    const { body } = await createMerchant(shop).post('payments', exampleRequest);
    expect(JSON.stringify(body)).not.toContain('4200000000000000');
    expect(JSON.stringify(body)).not.toContain('verification_value');
  });

  it('keeps the stamp of a card when holder and expiry change, and gives no long bin to other brands', async () => {
    const { post } = createMerchant(shop);
    const card = async (changes: object): Promise<unknown> => {
      const credit_card = { ...exampleRequest.credit_card, ...changes };
      const request = { ...exampleRequest, credit_card, duplicate_check: false };
      return (await post('payments', request)).body['transaction']?.['credit_card'];
    };
    const first = (await card({})) as { stamp: string };
    expect(await card({ holder: 'Jane Doe', exp_year: '2030' })).toMatchObject({ stamp: first.stamp });
    expect(await card({ number: '9112300000000000' })).toMatchObject({ brand: 'belkart', bin_8: null });
  });

  it('simulates address and security code checks', async () => {
    const { body } = await createMerchant(shop).post('payments', {
      ...exampleRequest,
      billing_address: { ...exampleRequest.billing_address, address: '2 Street', zip: '20000' },
      credit_card: { ...exampleRequest.credit_card, verification_value: '333' },
    });
    expect(body['transaction']?.['avs_cvc_verification']).toEqual({
      avs_verification: { result_code: 'N' },
      cvc_verification: { result_code: 'U' },
    });
  });
});
