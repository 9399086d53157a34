import { beforeEach, describe, expect, test } from 'vitest';
import type { Shop } from './shop.ts';
import { assertApproved, ledger, money, openShop, order } from './shop.ts';

let shop: Shop;
let payment: string;

async function open(settings: Parameters<typeof openShop>[0] = {}): Promise<void> {
  shop = openShop(settings);
  const charged = await shop.provider.charge(order({ amount: money('10') }), shop.attempt('charge-1'));
  assertApproved(charged);
  payment = charged.providerReference;
}

const refund = (amount: string, reference: string) =>
  shop.provider.refund({ payment, amount: money(amount), reason: 'Too small' }, shop.attempt(reference));

function loseAnswer(): void {
  shop.simulator.controls.disturb({
    surface: 'api',
    path: /refund/,
    when: 'after',
    fault: { kind: 'lose_connection' },
  });
}

function posts(): number {
  return shop.transport.requests.filter(({ path }) => path.endsWith('/refund')).length;
}

beforeEach(() => open());

describe('a refund', () => {
  test('gives money back, in full or in parts, each of its own amount and reference', async () => {
    expect(await refund('3', 'refund-1')).toMatchObject({
      status: 'approved',
      amount: money('3'),
      reference: 'refund-1',
    });
    expect(await refund('5', 'refund-2')).toMatchObject({
      status: 'approved',
      amount: money('5'),
      reference: 'refund-2',
    });
    expect(await refund('2', 'refund-3')).toMatchObject({
      status: 'approved',
      amount: money('2'),
      reference: 'refund-3',
    });
    expect(ledger(shop, 'charge-1')).toEqual(['charge 1000', 'refund 300', 'refund 500', 'refund 200']);
  });

  test('with a reference that was used is the refund that used it, and is not sent again', async () => {
    await refund('3', 'refund-1');
    await refund('5', 'refund-2');
    expect(await refund('3', 'refund-1')).toMatchObject({
      status: 'approved',
      amount: money('3'),
      reference: 'refund-1',
    });
    expect(posts()).toBe(2);
    expect(ledger(shop, 'charge-1')).toEqual(['charge 1000', 'refund 300', 'refund 500']);
  });

  test('with a reference that was used for another amount is unknown', async () => {
    await refund('3', 'refund-1');
    expect(await refund('4', 'refund-1')).toMatchObject({
      status: 'unknown',
      error: { code: 'contradicting_response' },
    });
    expect(ledger(shop, 'charge-1')).toEqual(['charge 1000', 'refund 300']);
  });

  test('whose answer was lost is unknown, and is found by its reference beside the others', async () => {
    await refund('3', 'refund-1');
    loseAnswer();
    expect((await refund('3', 'refund-2')).status).toBe('unknown');
    const found = await shop.provider.lookup({
      operation: 'refund',
      providerReference: payment,
      reference: 'refund-2',
    });
    expect(found).toMatchObject({
      transactions: [
        { amount: money('3'), refunded: money('6'), outcome: { status: 'approved', reference: 'refund-2' } },
      ],
    });
    expect(await refund('3', 'refund-2')).toMatchObject({ status: 'approved', amount: money('3') });
    expect(ledger(shop, 'charge-1')).toEqual(['charge 1000', 'refund 300', 'refund 300']);
  });

  test('that never arrived is not found by its reference, though another of the same amount was done', async () => {
    await refund('3', 'refund-1');
    shop.simulator.controls.disturb({
      surface: 'api',
      path: /refund/,
      when: 'before',
      fault: { kind: 'lose_connection' },
    });
    expect((await refund('3', 'refund-2')).status).toBe('unknown');
    const found = await shop.provider.lookup({
      operation: 'refund',
      providerReference: payment,
      reference: 'refund-2',
    });
    expect(found).toEqual({ status: 'not_found' });
  });

  test('is looked up with all others, newest first, when none is named', async () => {
    await refund('3', 'refund-1');
    await refund('5', 'refund-2');
    const found = await shop.provider.lookup({ operation: 'refund', providerReference: payment });
    expect(found).toMatchObject({ transactions: [{ amount: money('5') }, { amount: money('3') }] });
  });

  test('that fails is declined, and leaves an earlier one approved', async () => {
    await refund('3', 'refund-1');
    shop.simulator.controls.failNextRefund();
    expect(await refund('5', 'refund-2')).toMatchObject({ status: 'declined', reference: 'refund-2' });
    const first = await shop.provider.lookup({
      operation: 'refund',
      providerReference: payment,
      reference: 'refund-1',
    });
    expect(first).toMatchObject({ transactions: [{ outcome: { status: 'approved' } }] });
  });

  test('that takes days is pending, then approved', async () => {
    await open({ refundDelaySeconds: 3600 });
    expect(await refund('3', 'refund-1')).toMatchObject({ status: 'pending', reference: 'refund-1' });
    await shop.clock.advance(3_600_000);
    expect(await refund('3', 'refund-1')).toMatchObject({ status: 'approved' });
    expect(posts()).toBe(1);
  });

  for (const amount of [money('10.01'), money('10', 'EUR')]) {
    test(`of ${amount.toString()} out of 10.00 USD is refused before it is sent: the request could not say the currency`, async () => {
      const given = shop.provider.refund({ payment, amount, reason: 'x' }, shop.attempt());
      await expect(given).rejects.toMatchObject({
        code: 'invalid_request',
        issues: [{ path: 'amount' }],
        effect: 'none',
      });
      expect(posts()).toBe(0);
    });
  }

  test('of more than is left is refused by the platform', async () => {
    await refund('8', 'refund-1');
    await expect(refund('3', 'refund-2')).rejects.toMatchObject({ code: 'invalid_request', effect: 'none' });
  });

  test('of an unknown payment is not_found', async () => {
    const given = shop.provider.refund({ payment: 'cpi_nothing', amount: money('1'), reason: 'x' }, shop.attempt());
    await expect(given).rejects.toMatchObject({ code: 'not_found', effect: 'none' });
  });
});
