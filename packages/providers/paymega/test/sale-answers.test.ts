import type { Outcome } from '@ducat/core';
import { json } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import { cards } from '../simulator/index.ts';
import type { Shop } from './shop.ts';
import { cardSource, ledger, openShop, order } from './shop.ts';

/** The Cardgate carries the sale out, if at all, and then answers with this. */
function saleAnswers(shop: Shop, body: unknown, when: 'before' | 'after' = 'after', status = 200): void {
  shop.simulator.controls.disturb({
    surface: 'cardgate',
    when,
    fault: { kind: 'respond', response: json(status, body) },
  });
}

const said = (status: string): object => ({ status, auth_mode: null, auth_payload: [] });

async function charged(
  body: unknown,
  when: 'before' | 'after',
  status = 200,
): Promise<{ outcome: Outcome; shop: Shop }> {
  const shop = openShop();
  saleAnswers(shop, body, when, status);
  return { outcome: await shop.provider.charge(order(), shop.attempt('attempt-1')), shop };
}

describe('a sale', () => {
  test.each(['', 'a b', 'a\r\nHost: evil.example', '\u007f', 'x'.repeat(5000)])(
    'is not sent with a bearer that fits into no header: %j',
    async (bearer) => {
      const shop = openShop();
      shop.simulator.controls.nextAttributes({ flow_data: { metadata: { token: bearer } } });
      expect(await shop.provider.charge(order(), shop.attempt('attempt-1'))).toMatchObject({
        status: 'not_sent',
        error: { code: 'unexpected_response', effect: 'none' },
      });
      expect(shop.transport.requests.map(({ path }) => path)).toEqual(['/payment-invoices']);
    },
  );
});

describe('a sale that says it failed', () => {
  test('is declined only when its invoice says so too: the platform may be trying another acquirer', async () => {
    const { outcome } = await charged(said('process_failed'), 'before');
    expect(outcome).toMatchObject({ status: 'pending', reference: 'attempt-1' });
  });

  test('and whose invoice is paid is approved', async () => {
    const { outcome, shop } = await charged(said('process_failed'), 'after');
    expect(outcome.status).toBe('approved');
    expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
  });

  test('stays pending when the invoice cannot be read', async () => {
    const shop = openShop();
    saleAnswers(shop, said('process_failed'), 'before');
    shop.simulator.controls.disturb({
      surface: 'api',
      method: 'GET',
      when: 'before',
      fault: { kind: 'lose_connection' },
    });
    expect((await shop.provider.charge(order(), shop.attempt())).status).toBe('pending');
  });
});

describe('a sale that says it was processed', () => {
  test('is approved without another question', async () => {
    const { outcome, shop } = await charged(said('processed'), 'after');
    expect(outcome.status).toBe('approved');
    expect(shop.transport.requests).toHaveLength(2);
  });

  test('of a hold is a hold only when the invoice says so', async () => {
    const shop = openShop();
    saleAnswers(shop, said('processed'));
    const outcome = await shop.provider.authorize(order(), shop.attempt('attempt-1'));
    expect(outcome).toMatchObject({ status: 'approved', raw: { status: 'authorized' } });
    expect(ledger(shop, 'attempt-1')).toEqual(['authorize 1001']);
  });

  test('of a hold whose invoice still waits is pending', async () => {
    const shop = openShop();
    saleAnswers(shop, said('processed'), 'before');
    expect((await shop.provider.authorize(order(), shop.attempt())).status).toBe('pending');
  });

  test('and whose invoice failed is neither: unknown', async () => {
    const shop = openShop();
    saleAnswers(shop, said('processed'));
    const source = cardSource(cards.declined, cards.declineExpiries['insufficient_funds']);
    const customer = { reference: 'customer-1' };
    const outcome = await shop.provider.charge(
      order({ source, customer, storeCard: { usage: ['recurring'] } }),
      shop.attempt(),
    );
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response', effect: 'possible' } });
  });

  test('with a 3-D Secure form left over asks nothing of the shopper', async () => {
    const form = { action: 'https://acs.test/', method: 'POST', params: { creq: 'a' } };
    const { outcome } = await charged({ status: 'processed', auth_mode: '3ds', auth_payload: form }, 'after');
    expect(outcome.status).toBe('approved');
  });
});

describe('a sale with a word that nobody knows', () => {
  test('is pending, and the word is kept', async () => {
    const { outcome } = await charged(said('frobnicated'), 'after');
    expect(outcome).toMatchObject({ status: 'pending', reason: 'unmapped_status', raw: { status: 'frobnicated' } });
  });
});

describe('a sale that is refused', () => {
  test('on an invoice that nobody touched is an error without effect', async () => {
    const shop = openShop({ account: { hostToHost: false } });
    const charge = shop.provider.charge(order(), shop.attempt('attempt-1'));
    await expect(charge).rejects.toMatchObject({ code: 'refused', effect: 'none', provider: 'paymega' });
    expect(ledger(shop, 'attempt-1')).toEqual([]);
  });

  for (const status of [400, 403, 409, 422, 429]) {
    test(`with ${status} although it was carried out is answered by its invoice`, async () => {
      const { outcome, shop } = await charged({ errors: [{ detail: 'Please try again.' }] }, 'after', status);
      expect(outcome.status).toBe('approved');
      expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
    });
  }

  test('and declined is a decline with its reason', async () => {
    const shop = openShop();
    saleAnswers(shop, { errors: [{ detail: 'Declined.' }] }, 'after', 422);
    const source = cardSource(cards.declined, cards.declineExpiries['insufficient_funds']);
    const outcome = await shop.provider.charge(order({ source }), shop.attempt());
    expect(outcome).toMatchObject({ status: 'declined', decline: { reason: 'insufficient_funds' } });
  });

  test('because it was begun before is never proof that nothing happened', async () => {
    const { outcome } = await charged(
      { errors: [{ detail: 'This payment has already been started.' }] },
      'before',
      422,
    );
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'duplicate', effect: 'possible' } });
  });
});

describe('an invoice that does not wait when it is made', () => {
  for (const [status, expected] of Object.entries({
    processed: 'approved',
    process_failed: 'declined',
    frobnicated: 'pending',
  })) {
    test(`but says ${status} gets no sale, and is ${expected}`, async () => {
      const shop = openShop();
      shop.simulator.controls.nextAttributes({ status });
      const outcome = await shop.provider.charge(order(), shop.attempt());
      expect(outcome.status).toBe(expected);
      expect(shop.transport.requests).toHaveLength(1);
    });
  }
});
