import { json } from '@ducat/simulator';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Shop } from './shop.ts';
import { assertApproved, money, openShop, order } from './shop.ts';

let shop: Shop;
let payment: string;

beforeEach(async () => {
  shop = openShop();
  const charged = await shop.provider.charge(order({ amount: money('10') }), shop.attempt('charge-1'));
  assertApproved(charged);
  payment = charged.providerReference;
});

const refund = (amount: string, reference: string) =>
  shop.provider.refund({ payment, amount: money(amount), reason: 'Too small' }, shop.attempt(reference));

describe('a refund at a platform that shows the sum of all refunds only', () => {
  const invoice = (status: string, refunded: number | null) =>
    json(200, {
      data: {
        id: payment,
        attributes: { status, amount: 10, currency: 'USD', processed_amount: 10, refunded_amount: refunded },
      },
    });
  const answer = (status: string, refunded: number | null, path = /refund/) =>
    shop.simulator.controls.disturb({
      surface: 'api',
      path,
      when: 'before',
      fault: { kind: 'respond', response: invoice(status, refunded) },
    });
  const asItWas = (status: string, refunded: number | null) => answer(status, refunded, /cpi_\w+$/);

  test('is approved by what the sum grew', async () => {
    asItWas('partially_refunded', 3);
    answer('partially_refunded', 6);
    expect(await refund('3', 'refund-2')).toMatchObject({
      status: 'approved',
      amount: money('3'),
      reference: 'refund-2',
    });
  });

  test('is pending while the sum stands: what it shows is another refund', async () => {
    asItWas('partially_refunded', 3);
    answer('partially_refunded', 3);
    expect(await refund('3', 'refund-2')).toMatchObject({ status: 'pending', reference: 'refund-2' });
  });

  test('is declined by a failure that was not there before, and pending with one that was', async () => {
    asItWas('processed', null);
    answer('refund_failed', null);
    expect((await refund('3', 'refund-1')).status).toBe('declined');
    asItWas('refund_failed', null);
    answer('refund_failed', null);
    expect((await refund('3', 'refund-2')).status).toBe('pending');
  });

  test('is unknown when it is refused after money went back: that may have been by itself', async () => {
    asItWas('partially_refunded', 3);
    const refusal = json(422, { errors: [{ detail: 'Too high.', source: { pointer: '/data/attributes/amount' } }] });
    shop.simulator.controls.disturb({
      surface: 'api',
      path: /refund/,
      when: 'before',
      fault: { kind: 'respond', response: refusal },
    });
    expect(await refund('9', 'refund-1')).toMatchObject({
      status: 'unknown',
      error: { code: 'duplicate', effect: 'possible' },
    });
  });

  test('is unknown when its reference was used: nothing tells what became of it', async () => {
    asItWas('processed', null);
    const refusal = json(422, { errors: [{ code: 'duplicate' }] });
    shop.simulator.controls.disturb({
      surface: 'api',
      path: /refund/,
      when: 'before',
      fault: { kind: 'respond', response: refusal },
    });
    asItWas('partially_refunded', 3);
    expect(await refund('3', 'refund-1')).toMatchObject({ status: 'unknown', error: { code: 'duplicate' } });
  });

  test('is pending when it is looked up by name among parts, and approved once all came back', async () => {
    const request = { operation: 'refund', providerReference: payment, reference: 'refund-2' } as const;
    asItWas('partially_refunded', 3);
    expect(await shop.provider.lookup(request)).toMatchObject({ transactions: [{ outcome: { status: 'pending' } }] });
    asItWas('refunded', 10);
    expect(await shop.provider.lookup(request)).toMatchObject({
      transactions: [{ amount: money('10'), outcome: { status: 'approved' } }],
    });
    asItWas('processed', null);
    expect(await shop.provider.lookup(request)).toEqual({ status: 'not_found' });
  });
});
