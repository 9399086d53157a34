import type { Outcome } from '@ducat/core';
import { html, json } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import type { Disturbance } from '../simulator/index.ts';
import type { Shop } from './shop.ts';
import { ledger, openShop, order } from './shop.ts';

type Fault = Disturbance['fault'];

const raw = (status: number, body: string, headers = {}): Fault => ({
  kind: 'respond',
  response: { status, headers, body: Buffer.from(body, 'latin1') },
});

/** Answers that say nothing, with and without the platform having acted. */
const faults: Readonly<Record<string, Fault>> = {
  'a broken connection': { kind: 'lose_connection' },
  'a page with 200': { kind: 'respond', response: html(200, '<html>OK</html>') },
  'an empty body': raw(200, ''),
  'JSON that was cut off': raw(200, '{"status":"processed","auth_mode":null,"auth_pa'),
  'JSON in another charset': raw(200, '{"status":"processed","holder":"J\xf6rg"}'),
  'a status that is missing': { kind: 'respond', response: json(200, { auth_mode: null, auth_payload: [] }) },
  'a status that is null': { kind: 'respond', response: json(200, { status: null }) },
  'a status that is a number': { kind: 'respond', response: json(200, { status: 1 }) },
  'a list': { kind: 'respond', response: json(200, []) },
  'errors with 200': { kind: 'respond', response: json(200, { errors: [{ detail: 'no' }] }) },
  'a redirect': raw(307, '', { location: 'https://elsewhere.test/payment/sale' }),
  'status 500': raw(500, 'Internal Server Error'),
  'status 500 with a JSON error': { kind: 'respond', response: json(500, { errors: [{ detail: 'no' }] }) },
  'status 502': raw(502, '<html>Bad Gateway</html>'),
  'status 503': raw(503, ''),
  'status 402': { kind: 'respond', response: json(402, { message: 'pay' }) },
  'status 423': { kind: 'respond', response: json(423, { message: 'locked' }) },
  'status 408': { kind: 'respond', response: json(408, { message: 'timeout' }) },
  'a refusal that nobody can read': raw(400, '<html>Bad Request</html>'),
};

function disturb(shop: Shop, surface: 'api' | 'cardgate', when: 'before' | 'after', fault: Fault): void {
  shop.simulator.controls.disturb({ surface, method: 'POST', when, fault });
}

/** Whatever was said, it agrees with the bank: a proof that no money moved is never given where some did. */
function expectHonest(outcome: Outcome, booked: readonly string[]): void {
  const saysNothingMoved = outcome.status === 'not_sent' || outcome.status === 'declined';
  expect(saysNothingMoved && booked.length > 0, JSON.stringify(outcome)).toBe(false);
  const effect = 'error' in outcome ? outcome.error.effect : undefined;
  expect(effect).toBe(outcome.status === 'not_sent' ? 'none' : outcome.status === 'unknown' ? 'possible' : undefined);
}

describe('an invoice whose creation is answered by', () => {
  for (const [what, fault] of Object.entries(faults)) {
    for (const when of ['before', 'after'] as const) {
      test(`${what}, ${when} it was made, is not_sent: no sale was`, async () => {
        const shop = openShop();
        disturb(shop, 'api', when, fault);
        const outcome = await shop.provider.charge(order(), shop.attempt('attempt-1'));
        expect(outcome.status).toBe('not_sent');
        expectHonest(outcome, ledger(shop, 'attempt-1'));
        expect(shop.transport.requests).toHaveLength(1);
      });
    }
  }
});

describe('a sale that is answered by', () => {
  for (const [what, fault] of Object.entries(faults)) {
    for (const when of ['before', 'after'] as const) {
      test(`${what}, ${when} it was carried out, is unknown, and a lookup tells`, async () => {
        const shop = openShop();
        disturb(shop, 'cardgate', when, fault);
        const outcome = await shop.provider.charge(order(), shop.attempt('attempt-1'));
        expect(outcome).toMatchObject({ status: 'unknown', providerReference: shop.simulator.invoices.all[0]?.id });
        expectHonest(outcome, ledger(shop, 'attempt-1'));
        const found = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
        expect(found).toMatchObject({
          transactions: [{ outcome: { status: when === 'after' ? 'approved' : 'pending' } }],
        });
      });
    }
  }

  test('nothing, and is repeated with the same reference, is answered by what happened, and not charged again', async () => {
    const shop = openShop();
    shop.simulator.controls.loseResponse('cardgate');
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('unknown');
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('approved');
    expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
  });

  test('nothing because it never arrived, and is repeated with the same reference, is pending: never sent again', async () => {
    const shop = openShop();
    shop.simulator.controls.loseRequest('cardgate');
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('unknown');
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('pending');
    expect(ledger(shop, 'attempt-1')).toEqual([]);
  });
});

describe('an invoice whose creation was answered by nothing, repeated with the same reference,', () => {
  test('is pending and not charged: nobody knows here whether another call is at it', async () => {
    const shop = openShop();
    shop.simulator.controls.loseResponse('api');
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('not_sent');
    expect((await shop.provider.charge(order(), shop.attempt('attempt-1'))).status).toBe('pending');
    expect(ledger(shop, 'attempt-1')).toEqual([]);
  });
});

describe('an invoice that comes back with', () => {
  const changes: Readonly<Record<string, object>> = {
    'another amount': { amount: 10.02 },
    'another currency': { currency: 'EUR' },
    'a currency that nobody knows': { currency: 'ABC' },
    'a currency in lower case': { currency: 'usd' },
    'an amount with too many digits': { amount: 10.011 },
    'an amount that is no number': { amount: 'ten' },
    'an amount beyond what is exact': { amount: 12345678901234.56 },
    'no amount': { amount: null },
    'another reference': { reference_id: 'attempt-2' },
    'the other mode': { test_mode: false },
    'the other flow': { payment_flow: 'delayed_charge' },
    'no bearer': { flow_data: [] },
    'no status': { status: null },
    'an empty status': { status: '' },
  };
  for (const [what, change] of Object.entries(changes)) {
    test(`${what} is not_sent, and no sale follows`, async () => {
      const shop = openShop();
      shop.simulator.controls.nextAttributes({ ...change });
      const outcome = await shop.provider.charge(order(), shop.attempt('attempt-1'));
      expect(outcome.status).toBe('not_sent');
      expect(shop.transport.requests).toHaveLength(1);
      expect(ledger(shop, 'attempt-1')).toEqual([]);
    });
  }

  const surprises: Readonly<Record<string, unknown>> = {
    rrn: 123_456,
    approval_code: 7,
    resolution_message: { text: 'fine' },
    updated: 'yesterday',
    payload: { payment_card: { expiry_year: 35, first: 551_928 } },
    refunds: [{ id: 1 }],
    metadata: [],
    return_urls: [],
    original_data: null,
  };
  for (const [name, value] of Object.entries(surprises)) {
    test(`an unusual ${name} is understood all the same: nothing is decided by it`, async () => {
      const shop = openShop();
      await shop.provider.charge(order(), shop.attempt('attempt-1'));
      shop.simulator.controls.nextAttributes({ [name]: value });
      const found = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
      expect(found).toMatchObject({ status: 'found', transactions: [{ outcome: { status: 'approved' } }] });
    });
  }
});

describe('a call that cannot reach the platform', () => {
  test('is not_sent when the private API is down', async () => {
    const shop = openShop();
    const provider = shop.another({ cardgateUrl: 'https://cardgate.paymega.test' });
    shop.network.attach('https://api.paymega.test', () => Promise.reject(new Error('closed')));
    expect((await provider.charge(order(), shop.attempt())).status).toBe('not_sent');
  });

  test('is not_sent when the caller gave up before it began', async () => {
    const shop = openShop();
    const outcome = await shop.provider.charge(order(), { ...shop.attempt(), signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ status: 'not_sent', error: { code: 'canceled', effect: 'none' } });
    expect(shop.transport.requests).toEqual([]);
  });
});
