import type { ChargeRequest } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { assertApproved, cardSource, money, openShop, order } from './shop.ts';

type Tree = Readonly<Record<string, unknown>>;

const billingAddress = {
  firstName: 'Jane',
  lastName: 'Roe',
  country: 'UA',
  state: 'Kyiv',
  city: 'Kyiv',
  line: 'Khreshchatyk 1',
  postalCode: '01001',
  phone: '+380441234567',
};
const address = {
  country: 'UA',
  region: 'Kyiv',
  city: 'Kyiv',
  street: 'Khreshchatyk 1',
  post_code: '01001',
};

async function invoiceSent(change: Partial<ChargeRequest>): Promise<Tree> {
  const shop = openShop();
  expect((await shop.provider.charge(order(change), shop.attempt())).status).toBe('approved');
  return attributesOf(shop.transport.requests[0]?.body);
}

function attributesOf(body: string | undefined): Tree {
  return (JSON.parse(body ?? '{}') as { data: { attributes: Tree } }).data.attributes;
}

describe('an invoice carries, beyond what its pages show,', () => {
  test('the descriptor', async () => {
    expect(await invoiceSent({ descriptor: 'HATS' })).toMatchObject({ descriptor: 'HATS' });
  });

  test("the billing address, and its names and phone in the customer's place", async () => {
    const { customer } = await invoiceSent({ customer: { reference: 'customer-1' }, billingAddress });
    expect(customer).toEqual({ reference_id: 'customer-1', name: 'Jane Roe', phone: '+380441234567', address });
  });

  test('no name and phone of the address where the customer has its own', async () => {
    const customer = { reference: 'customer-1', name: 'John Doe', phone: '+380987654321' };
    expect(await invoiceSent({ customer, billingAddress })).toMatchObject({
      customer: { name: 'John Doe', phone: '+380987654321' },
    });
  });

  test('no customer at all when only its IP address is known, which goes with the sale', async () => {
    expect(await invoiceSent({ customer: { ipAddress: '203.0.113.7' } })).not.toHaveProperty('customer');
  });
});

describe('a refund and a payout', () => {
  test('are sent as sibling brands show them', async () => {
    const shop = openShop();
    const charged = await shop.provider.charge(order(), shop.attempt());
    assertApproved(charged);
    const { providerReference: payment } = charged;
    await shop.provider.refund({ payment, amount: money('3.50'), reason: 'Too small' }, shop.attempt('refund-1'));
    expect(JSON.parse(shop.transport.requests.at(-1)?.body ?? '')).toEqual({
      data: {
        id: payment,
        type: 'refund',
        attributes: { amount: 3.5, reference_id: 'refund-1', description: 'Too small' },
      },
    });
    const recipient = { reference: 'customer-1', email: 'jane@example.com' };
    const payout = {
      amount: money('5'),
      description: 'Winnings',
      destination: cardSource(),
      recipient,
      metadata: { bet: '7' },
    };
    await shop.provider.payout(payout, shop.attempt('payout-1'));
    expect(JSON.parse(shop.transport.requests.at(-1)?.body ?? '')).toEqual({
      data: {
        type: 'payout-invoice',
        attributes: {
          test_mode: true,
          reference_id: 'payout-1',
          description: 'Winnings',
          currency: 'USD',
          amount: 5,
          service: 'payment_card_usd',
          fields: { card_number: '5519283812030000' },
          context: { card: { card_holder: 'Jane Roe', exp_month: '10', exp_year: '35' } },
          customer: { reference_id: 'customer-1', email: 'jane@example.com' },
          metadata: { bet: '7' },
          options: { auto_process: true },
        },
      },
    });
  });
});
