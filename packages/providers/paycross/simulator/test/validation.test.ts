import { describe, expect, it } from 'vitest';

import { approvedCard, cardOf, createMerchant, order } from './merchant.ts';

const address = { first_name: 'John', last_name: 'Doe', country: 'US', city: 'Denver', state: 'CO', zip: '96002' };
const letters = (count: number): string => 'x'.repeat(count);

const refused: readonly (readonly [string, object, object])[] = [
  ['an amount of zero', { amount: 0 }, { amount: ['must be greater than 0'] }],
  ['a negative amount', { amount: -1 }, { amount: ['must be greater than 0'] }],
  ['an amount in a string', { amount: '1000' }, { amount: ['is not a number'] }],
  ['an amount with a fraction', { amount: 10.5 }, { amount: ['must be an integer'] }],
  ['a missing amount', { amount: undefined }, { amount: ["can't be blank"] }],
  ['an unknown currency', { currency: 'ZZZ' }, { currency: ['is not an ISO 4217 code'] }],
  ['a currency in small letters', { currency: 'eur' }, { currency: ['is not an ISO 4217 code'] }],
  ['a long description', { description: letters(256) }, { description: ['is too long (maximum is 255 characters)'] }],
  ['an empty description', { description: '' }, { description: ["can't be blank"] }],
  ['a long tracking id', { tracking_id: letters(256) }, { tracking_id: ['is too long (maximum is 255 characters)'] }],
  ['a flag in a string', { test: 'true' }, { test: ['must be a boolean'] }],
  ['a relative address', { notification_url: '/hooks' }, { notification_url: ['is invalid'] }],
  ['an expiry in the past', { expired_at: '2020-01-01T00:00:00+00:00' }, { expired_at: ['must be in the future'] }],
  ['an expiry without offset', { expired_at: '2030-01-01T00:00:00' }, { expired_at: ['is invalid'] }],
  ['a missing card', { credit_card: undefined }, { credit_card: ["can't be blank"] }],
  ['a short number', { credit_card: cardOf('42000000000') }, { credit_card: { number: ['is invalid'] } }],
  ['month 13', { credit_card: { ...approvedCard, exp_month: '13' } }, { credit_card: { exp_month: ['is invalid'] } }],
  [
    'a numeric month',
    { credit_card: { ...approvedCard, exp_month: 5 } },
    { credit_card: { exp_month: ['must be a string'] } },
  ],
  ['a short year', { credit_card: { ...approvedCard, exp_year: '30' } }, { credit_card: { exp_year: ['is invalid'] } }],
  [
    'an old card',
    { credit_card: { ...approvedCard, exp_year: '2020' } },
    { credit_card: { exp_year: ['Date is expired'] } },
  ],
  [
    'a long holder',
    { credit_card: { ...approvedCard, holder: letters(36) } },
    { credit_card: { holder: ['is too long (maximum is 35 characters)'] } },
  ],
  [
    'no security code',
    { credit_card: { ...approvedCard, verification_value: undefined } },
    { credit_card: { verification_value: ["can't be blank"] } },
  ],
  [
    'an unknown contract',
    { additional_data: { contract: ['monthly'] } },
    { additional_data: { contract: { 0: ['is not included in the list'] } } },
  ],
  [
    'a receipt that is no list',
    { additional_data: { receipt_text: 'Thanks' } },
    { additional_data: { receipt_text: ['must be an array'] } },
  ],
  [
    'a state by name',
    { billing_address: { ...address, state: 'Colorado' } },
    { billing_address: { state: ['must be a two-letter abbreviation'] } },
  ],
  [
    'a wrong zip',
    { billing_address: { ...address, zip: '9600' } },
    { billing_address: { zip: ['must look like NNNNN or NNNNN-NNNN'] } },
  ],
  [
    'a country by name',
    { billing_address: { country: 'Germany' } },
    { billing_address: { country: ['is not an ISO 3166-1 alpha-2 code'] } },
  ],
  [
    'a day that does not exist',
    { customer: { birth_date: '1990-02-30' } },
    { customer: { birth_date: ['is invalid'] } },
  ],
  [
    'a country nobody has',
    { billing_address: { country: 'ZZ' } },
    { billing_address: { country: ['is not an ISO 3166-1 alpha-2 code'] } },
  ],
  ['an invalid ip', { customer: { ip: '300.1.1.1' } }, { customer: { ip: ['is invalid'] } }],
  ['no return address', { return_url: undefined }, { return_url: ["can't be blank"] }],
  [
    'a flight class of two letters',
    { travel: { airline: { legs: [{ class: 'CC' }] } } },
    { travel: { airline: { legs: { 0: { class: ['is invalid'] } } } } },
  ],
  [
    'a short ticket',
    { travel: { airline: { ticket_number: '390 5241' } } },
    { travel: { airline: { ticket_number: ['is invalid'] } } },
  ],
];

describe('validation', () => {
  it.each(refused)('refuses %s', async (_what, changes, errors) => {
    const { post, simulator } = createMerchant();
    const { status, body } = await post('payments', order({ ...changes }));
    expect(status).toBe(422);
    expect(body['response']?.['errors']).toEqual(errors);
    expect(simulator.transactions.all).toEqual([]);
  });

  it('accepts everything the tokenization page describes', async () => {
    const { post, simulator } = createMerchant({ options: { refuseUnknownFields: true } });
    const { status } = await post('tokenizations', {
      ...order({
        credit_card: cardOf('4200000000000000', { exp_month: '5', force_three_d_secure_verification: false }),
      }),
      duplicate_check: true,
      dynamic_billing_descriptor: 'SHOP*7',
      language: 'de',
      verification_url: 'https://shop.example/verify',
      three_d_secure: { advanced: false },
      additional_data: { receipt_text: ['One', 'Two'], contract: ['recurring', 'oneclick', 'credit'] },
      customer: { ip: '127.0.0.1', email: 'john@example.com', device_id: 'd-1', birth_date: '1990-02-28' },
      billing_address: { ...address, address: '1st Street', phone: '+1 5550100', zip: '96002-1234' },
      travel: {
        airline: {
          agency_code: '03',
          agency_name: 'Example travel',
          ticket_number: '390 5241 025377 1',
          booking_number: 'DKZVUA',
          restricted_ticked_indicator: '0',
          legs: [
            {
              airline_code: 'B2',
              stop_over_code: 'X',
              departure_date_time: '2027-05-26T05:15:00',
              originating_airport_code: 'DME',
              class: 'C',
            },
          ],
          passengers: [{ first_name: 'KONSTANTIN', last_name: 'IVANOV' }],
        },
      },
    });
    expect(status).toBe(200);
    expect(simulator.transactions.all[0]?.unknownFields).toEqual([]);
  });

  it('takes a card until the end of its last month', async () => {
    const { post } = createMerchant();
    const month = (exp_month: string): object =>
      order({ credit_card: { ...approvedCard, exp_month, exp_year: '2026' } });
    expect((await post('payments', month('11'))).status).toBe(200);
    expect((await post('payments', month('10'))).status).toBe(422);
  });

  it('needs no return address where 3-D Secure is off or skipped', async () => {
    const off = createMerchant({ options: { threeDSecure: false } });
    expect((await off.post('payments', order({ return_url: undefined }))).status).toBe(200);
    const card = { ...approvedCard, skip_three_d_secure_verification: true };
    const skipped = await createMerchant().post('payments', order({ return_url: undefined, credit_card: card }));
    expect(skipped.status).toBe(200);
    const forced = { ...card, force_three_d_secure_verification: true };
    expect((await off.post('payments', order({ return_url: undefined, credit_card: forced }))).status).toBe(422);
  });

  it('enforces what support demanded of the shop', async () => {
    const { post } = createMerchant({ options: { requiredFields: ['customer.ip'] } });
    const { body } = await post('payments', order());
    expect(body['response']?.['errors']).toEqual({ customer: { ip: ["can't be blank"] } });
  });

  it('notices undocumented fields and refuses them only on demand', async () => {
    const lenient = createMerchant();
    await lenient.post('payments', order({ trackingId: 'x', customer: { phone: '1' } }));
    expect(lenient.simulator.transactions.all[0]?.unknownFields).toEqual(['customer.phone', 'trackingId']);
    const strict = createMerchant({ options: { refuseUnknownFields: true } });
    const { body } = await strict.post('payments', order({ trackingId: 'x' }));
    expect(body['response']?.['errors']).toEqual({ trackingId: ['is unknown'] });
  });
});
