import { json } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import type { Shop } from './shop.ts';
import { assertApproved, openShop, order } from './shop.ts';

/** Everything that is read costs time, so an answer that is larger than any real one is not read to its end. */
const many = <Item>(count: number, item: (number: number) => Item): Item[] =>
  Array.from({ length: count }, (_, number) => item(number));

function answer(shop: Shop, status: number, body: unknown, surface: 'api' | 'cardgate' = 'api'): void {
  shop.simulator.controls.disturb({
    surface,
    when: 'before',
    fault: { kind: 'respond', response: json(status, body) },
  });
}

const attributes = { status: 'processed', amount: 10, currency: 'USD', reference_id: 'attempt-1' };

describe('an invoice with more refunds than anybody makes', () => {
  test.each([
    [100, 100],
    [101, 1],
  ])('tells of each of %i, or of their sum: %i', async (count, told) => {
    const shop = openShop();
    const refunds = many(count, (number) => ({ reference_id: `refund-${number}`, amount: 0.01, status: 'processed' }));
    answer(shop, 200, { data: { id: 'cpi_1', attributes: { ...attributes, refunded_amount: count / 100, refunds } } });
    const found = await shop.provider.lookup({ operation: 'refund', providerReference: 'cpi_1' });
    expect(found).toMatchObject({ status: 'found', transactions: many(told, () => ({ operation: 'refund' })) });
  });
});

describe('a list with more invoices than can have one reference', () => {
  test('is neither found nor not found', async () => {
    const shop = openShop();
    const list = (count: number): object => ({ data: many(count, (number) => ({ id: `cpi_${number}`, attributes })) });
    answer(shop, 200, list(10));
    const found = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
    expect(found).toMatchObject({ status: 'found', transactions: many(10, () => ({})) });
    answer(shop, 200, list(11));
    const failed = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'contradicting_response' } });
  });
});

describe('a challenge form that no acquirer sends', () => {
  const fields = (count: number, value: string): object =>
    Object.fromEntries(many(count, (number) => [`field${number}`, value]));
  test.each([
    ['200 fields', fields(200, 'x'), 'action_required'],
    ['201 fields', fields(201, 'x'), 'unknown'],
    ['120,000 characters', { PaReq: 'x'.repeat(120_000) }, 'action_required'],
    ['140,000 characters', { PaReq: 'x'.repeat(140_000) }, 'unknown'],
  ])('is an action up to its limits, and beyond them unknown: %s', async (_name, params, status) => {
    const shop = openShop();
    const form = { action: 'https://acs.example/auth', method: 'POST', params };
    answer(shop, 200, { status: 'process_pending', auth_mode: '3DS', auth_payload: form }, 'cardgate');
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe(status);
  });
});

describe('an error with thousands of complaints', () => {
  test.each([
    ['a list', many(1500, () => ({ detail: 'is wrong', source: { pointer: '/data/attributes/amount' } }))],
    ['texts by field', Object.fromEntries(many(4000, (number) => [`field${number}`, 'is wrong']))],
    ['texts of one field', { amount: many(4000, () => 'is wrong') }],
  ])('tells the first twenty: %s', async (_name, errors) => {
    const shop = openShop();
    answer(shop, 422, { errors });
    await expect(shop.provider.charge(order(), shop.attempt('attempt-1'))).rejects.toMatchObject({
      code: 'invalid_request',
      issues: many(20, () => ({ message: 'is wrong' })),
    });
  });

  test('is read although what follows the first twenty makes no sense', async () => {
    const shop = openShop();
    const charged = await shop.provider.charge(order(), shop.attempt('attempt-1'));
    assertApproved(charged);
    answer(shop, 422, { errors: [...many(20, () => ({ detail: 'is wrong' })), 7] });
    const refund = { payment: charged.providerReference, amount: charged.amount, reason: 'Too small' };
    await expect(shop.provider.refund(refund, shop.attempt('refund-1'))).rejects.toMatchObject({ code: 'refused' });
  });
});
