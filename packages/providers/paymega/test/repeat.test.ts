import type { ChargeRequest } from '@ducat/core';
import { json, text } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import type { Shop } from './shop.ts';
import { assertApproved, cardSource, ledger, money, openShop, order } from './shop.ts';

/** How a platform may word that it has seen a reference before; Paymega documents neither the status nor the text. */
const complaints: readonly (readonly [status: number, body: unknown])[] = [
  [
    422,
    {
      errors: [{ detail: 'This reference_id is already used.', source: { pointer: '/data/attributes/reference_id' } }],
    },
  ],
  [422, { errors: [{ code: 'duplicate', title: 'Unprocessable Entity' }] }],
  [422, { errors: { reference_id: ['This value is not unique.'] } }],
  [422, { errors: { reference_id: 'must be unique' } }],
  [400, { error: 'Duplicate transaction' }],
  [409, { message: 'Conflict' }],
  [409, { error: { message: 'Conflict' } }],
  [409, '<html>Conflict</html>'],
  [429, { message: 'Too many requests or duplicate request detected' }],
  [422, { code: 1062, description: 'Reference id exists' }],
  [422, 'Duplicate reference'],
];

function refuseNextInvoice(shop: Shop, status: number, body: unknown): void {
  const response =
    typeof body === 'string' && body.startsWith('<')
      ? { status, headers: {}, body: Buffer.from(body) }
      : json(status, body);
  const disturbance = { surface: 'api', method: 'POST', when: 'before', fault: { kind: 'respond', response } } as const;
  shop.simulator.controls.disturb(disturbance);
}

function sales(shop: Shop): number {
  return shop.transport.requests.filter(({ path }) => path === '/payment/sale').length;
}

describe('a charge that is repeated with the same reference', () => {
  test('is answered by the first one, and takes no money again', async () => {
    const shop = openShop();
    const first = await shop.provider.charge(order(), shop.attempt('attempt-1'));
    const second = await shop.provider.charge(order(), shop.attempt('attempt-1'));
    assertApproved(first);
    expect(second).toMatchObject({
      status: 'approved',
      providerReference: first.providerReference,
      amount: money('10.01'),
    });
    expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
  });

  for (const [status, body] of complaints) {
    test(`is looked up when the platform refuses it with ${status} ${JSON.stringify(body)}`, async () => {
      const shop = openShop();
      await shop.provider.charge(order(), shop.attempt('attempt-1'));
      refuseNextInvoice(shop, status, body);
      expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('approved');
      expect(sales(shop)).toBe(1);
    });

    test(`is never proof that nothing happened when ${status} ${JSON.stringify(body)} comes and the lookup finds nothing`, async () => {
      const shop = openShop();
      await shop.provider.charge(order(), shop.attempt('attempt-1'));
      refuseNextInvoice(shop, status, body);
      shop.simulator.controls.hideLookups();
      const outcome = await shop.provider.charge(order(), shop.attempt('attempt-1'));
      expect(outcome).toMatchObject({
        status: 'unknown',
        error: { code: 'duplicate', effect: 'possible', retry: 'after_lookup' },
      });
      expect(sales(shop)).toBe(1);
    });
  }

  test('sends no second sale when the platform answers it with the invoice it has', async () => {
    const shop = openShop();
    await shop.provider.charge(order(), shop.attempt('attempt-1'));
    const list = await shop.network.send('https://api.paymega.test/payment-invoices', {
      method: 'GET',
      headers: { authorization: shop.transport.requests[0]?.headers['authorization'] ?? '' },
      body: new Uint8Array(),
    });
    const [earlier] = (JSON.parse(text(list.body)) as { data: readonly unknown[] }).data;
    refuseNextInvoice(shop, 200, { data: earlier });
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('approved');
    expect(sales(shop)).toBe(1);
  });

  test('sends no second sale when that invoice still waits but knows a card already', async () => {
    const shop = openShop();
    shop.simulator.controls.nextAttributes({ payload: { payment_card: { first: '551928', last: '0000' } } });
    const outcome = await shop.provider.charge(order(), shop.attempt('attempt-1'));
    expect(outcome.status).toBe('pending');
    expect(sales(shop)).toBe(0);
  });

  test('takes money once when both run at the same time', async () => {
    const shop = openShop();
    const twins = [1, 2, 3].map(() => shop.provider.charge(order(), shop.attempt('attempt-1')));
    const outcomes = await Promise.all(twins);
    expect(outcomes.map(({ status }) => status).toSorted()).not.toContain('not_sent');
    expect(outcomes.filter(({ status }) => status === 'approved').length).toBeGreaterThanOrEqual(1);
    expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
  });

  const changes: Readonly<Record<string, Partial<ChargeRequest>>> = {
    'another amount': { amount: money('10.02') },
    'another currency': { amount: money('10.01', 'EUR') },
    'the other mode': { testMode: false },
  };
  for (const [what, change] of Object.entries(changes)) {
    test(`and is about ${what} is unknown: what is there is something else`, async () => {
      const shop = openShop();
      await shop.provider.charge(order(), shop.attempt('attempt-1'));
      const outcome = await shop.provider.charge(order(change), shop.attempt('attempt-1'));
      expect(outcome).toMatchObject({
        status: 'unknown',
        error: { code: 'contradicting_response', effect: 'possible' },
      });
      expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
    });
  }

  test('and was processed in part is unknown: that is not what was asked for', async () => {
    const shop = openShop();
    await shop.provider.charge(order(), shop.attempt('attempt-1'));
    shop.simulator.controls.nextAttributes({ processed_amount: 5 });
    const outcome = await shop.provider.charge(order(), shop.attempt('attempt-1'));
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response' } });
  });

  test('and is a hold this time is unknown', async () => {
    const shop = openShop();
    await shop.provider.charge(order(), shop.attempt('attempt-1'));
    const outcome = await shop.provider.authorize(order(), shop.attempt('attempt-1'));
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response' } });
  });

  test('after a hosted page leads the shopper to the same page', async () => {
    const shop = openShop();
    const request = order({ source: { kind: 'hosted' } });
    const first = await shop.provider.charge(request, shop.attempt('attempt-1'));
    const second = await shop.provider.charge(request, shop.attempt('attempt-1'));
    expect(second).toEqual(first);
    expect(second.status).toBe('action_required');
  });
});

describe('a repeat that meets several earlier payments', () => {
  for (const operation of ['charge', 'payout'] as const) {
    test(`is unknown for a ${operation}: one of them alone would be half the truth`, async () => {
      const shop = openShop();
      refuseNextInvoice(shop, 409, { message: 'Conflict' });
      const attributes = {
        status: 'processed',
        amount: 10.01,
        currency: 'USD',
        reference_id: 'attempt-1',
        test_mode: true,
      };
      const response = json(200, {
        data: [
          { id: 'cpi_1', attributes },
          { id: 'cpi_2', attributes },
        ],
      });
      shop.simulator.controls.disturb({
        surface: 'api',
        method: 'GET',
        when: 'before',
        fault: { kind: 'respond', response },
      });
      const { amount, description } = order();
      const outcome =
        operation === 'charge'
          ? await shop.provider.charge(order(), shop.attempt('attempt-1'))
          : await shop.provider.payout({ amount, description, destination: cardSource() }, shop.attempt('attempt-1'));
      expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'duplicate', effect: 'possible' } });
    });
  }
});

describe('a list that was asked for one reference', () => {
  test('and shows others is not an answer: neither theirs nor "not found"', async () => {
    const shop = openShop();
    await shop.provider.charge(order(), shop.attempt('attempt-1'));
    shop.simulator.controls.nextAttributes({ reference_id: 'attempt-2' });
    const result = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'contradicting_response', effect: 'none' } });
  });
});
