import type { TransactionRecord } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { callbacksOf, message } from './callback.ts';
import { assertApproved, money, openShop, order } from './shop.ts';

const { provider } = openShop();

async function news(attributes: object, type?: string): Promise<TransactionRecord> {
  return (await provider.webhook(message(attributes, type))).transaction;
}

describe('a callback is news of', () => {
  const delayed = { payment_flow: 'delayed_charge' };
  const expectations: readonly (readonly [
    attributes: Readonly<Record<string, unknown>>,
    operation: string,
    status: string,
  ])[] = [
    [{ status: 'created' }, 'charge', 'pending'],
    [{ status: 'process_pending' }, 'charge', 'pending'],
    [{ status: 'processed' }, 'charge', 'approved'],
    [{ status: 'process_failed', resolution: 'card_expired' }, 'charge', 'declined'],
    [{ status: 'expired' }, 'charge', 'declined'],
    [{ status: 'voided', payment_flow: 'charge' }, 'charge', 'declined'],
    [{ status: 'frobnicated' }, 'charge', 'pending'],
    [{ status: 'authorize_pending', ...delayed }, 'authorize', 'pending'],
    [{ status: 'authorized', ...delayed }, 'authorize', 'approved'],
    [{ status: 'authorized' }, 'authorize', 'approved'],
    [{ status: 'authorize_failed', ...delayed }, 'authorize', 'declined'],
    [{ status: 'processed', processed_amount: 8, ...delayed }, 'capture', 'approved'],
    [{ status: 'capture_pending', ...delayed }, 'capture', 'pending'],
    [{ status: 'capture_failed', ...delayed }, 'capture', 'declined'],
    [{ status: 'voided', ...delayed }, 'void', 'approved'],
    [{ status: 'void_pending', ...delayed }, 'void', 'pending'],
    [{ status: 'refund_pending' }, 'refund', 'pending'],
    [{ status: 'refunded', refunded_amount: 10 }, 'refund', 'approved'],
    [{ status: 'partially_refunded', refunded_amount: 3 }, 'refund', 'approved'],
    [{ status: 'refunded', refunded_amount: 10, ...delayed }, 'refund', 'approved'],
    [{ status: 'refund_failed' }, 'refund', 'declined'],
    [{ status: 'charged_back' }, 'unmapped', 'pending'],
    [{ status: 'partially_charged_back', ...delayed }, 'unmapped', 'pending'],
  ];
  for (const [attributes, operation, status] of expectations) {
    test(`${operation}, ${status}, when it says ${JSON.stringify(attributes)}`, async () => {
      const record = await news(attributes);
      expect(record).toMatchObject({ operation, outcome: { status, raw: { status: attributes['status'] } } });
      const isOfTheInvoice = operation === 'charge' || operation === 'authorize';
      expect(record.outcome.reference).toBe(isOfTheInvoice ? 'attempt-1' : undefined);
    });
  }

  test('a payout, when it is about one', async () => {
    for (const type of ['payout-invoices', 'payout-invoice']) {
      expect(await news({}, type)).toMatchObject({
        operation: 'payout',
        outcome: { status: 'approved', reference: 'attempt-1' },
      });
    }
  });

  test('a partial capture with what was taken, and a refund with what came back', async () => {
    expect(await news({ processed_amount: 8, ...delayed })).toMatchObject({ amount: money('8'), captured: money('8') });
    expect(await news({ status: 'partially_refunded', refunded_amount: 3 })).toMatchObject({
      amount: money('3'),
      refunded: money('3'),
    });
  });
});

describe('the fingerprint of a callback', () => {
  test('is the same for a repeated delivery, and another for every other news of one invoice', async () => {
    const seen = new Set<string>();
    const changes: readonly object[] = [
      { status: 'process_pending', updated: 1 },
      { status: 'processed', updated: 1 },
      { status: 'processed', updated: 2 },
      { status: 'partially_refunded', updated: 2, refunded_amount: 3 },
      { status: 'partially_refunded', updated: 2, refunded_amount: 6 },
    ];
    for (const change of changes) {
      const { fingerprint } = await provider.webhook(message(change));
      expect((await provider.webhook(message(change))).fingerprint).toBe(fingerprint);
      seen.add(fingerprint);
    }
    expect(seen.size).toBe(changes.length);
  });
});

describe('every callback that the platform sends along a two-step payment', () => {
  test('is understood, in its order', async () => {
    const shop = openShop();
    const held = await shop.provider.authorize(order({ amount: money('20') }), shop.attempt('hold-1'));
    assertApproved(held);
    const authorization = held.providerReference;
    await shop.provider.capture({ authorization, amount: money('20') }, shop.attempt());
    await shop.provider.refund({ payment: authorization, amount: money('5'), reason: 'x' }, shop.attempt('refund-1'));
    const told: string[] = [];
    for (const request of await callbacksOf(shop)) {
      const { operation, outcome } = (await shop.provider.webhook(request)).transaction;
      told.push(`${operation} ${outcome.status}${operation === 'refund' ? ` ${outcome.reference ?? ''}` : ''}`);
    }
    expect(told).toEqual([
      'authorize pending',
      'authorize pending',
      'authorize approved',
      'capture approved',
      'refund approved refund-1',
    ]);
  });
});
