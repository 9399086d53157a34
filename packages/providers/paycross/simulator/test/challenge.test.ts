import { browse, ShopperStopped } from '@ducat/simulator';
import type { ShopperArrival } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { cardOf, createMerchant, order, returnUrl, textOf } from './merchant.ts';
import type { Body, Merchant } from './merchant.ts';

const challenged = order({ credit_card: cardOf('4012000000001097') });

async function walk(merchant: Merchant, body: Body, decision: string): Promise<ShopperArrival> {
  return browse(
    { url: textOf(body['transaction']?.['redirect_url']) },
    { send: merchant.network.send, answers: { decision }, isMerchant: (url) => url.startsWith(returnUrl) },
  );
}

async function now(merchant: Merchant, body: Body): Promise<Body | undefined> {
  return (await merchant.get(`/transactions/${textOf(body['transaction']?.['uid'])}`)).body['transaction'];
}

describe('3-D Secure 2 on the page of the gateway', () => {
  it('answers incomplete without a message and takes no money yet', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', challenged);
    expect(body['transaction']).toMatchObject({
      status: 'incomplete',
      message: null,
      three_d_secure_verification: { status: 'incomplete', ve_status: 'Y', acs_url: null, eci: null },
    });
    expect(body['transaction']).not.toHaveProperty('payment');
    expect(merchant.simulator.bank.entries).toEqual([]);
    expect(merchant.received).toEqual([]);
  });

  it('charges once the shopper approves, notifies once, and returns the shopper', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', challenged);
    const arrival = await walk(merchant, body, 'approve');
    await merchant.simulator.courier.idle();
    expect(arrival.url).toBe(returnUrl);
    expect(await now(merchant, body)).toMatchObject({
      status: 'successful',
      three_d_secure_verification: { status: 'successful', eci: '05', pa_status: 'Y' },
    });
    await walk(merchant, body, 'approve');
    expect(merchant.simulator.bank.totals('EUR').captured).toBe(1000n);
    expect(merchant.received).toHaveLength(1);
    expect(merchant.clock.waiting).toBe(0);
  });

  it('fails once the shopper refuses', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', challenged);
    await walk(merchant, body, 'refuse');
    expect(await now(merchant, body)).toMatchObject({
      status: 'failed',
      three_d_secure_verification: { status: 'failed' },
    });
    expect(merchant.simulator.bank.entries).toEqual([]);
  });

  it('fails by itself some time after the shopper left', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', challenged);
    await expect(walk(merchant, body, 'abandon')).rejects.toThrow(ShopperStopped);
    expect(await now(merchant, body)).toMatchObject({ status: 'incomplete' });
    await merchant.clock.advance(30 * 60_000);
    expect(await now(merchant, body)).toMatchObject({ status: 'failed', code: 'F.0998' });
    expect(merchant.received).toHaveLength(1);
  });

  it('expires at expired_at, after which approval comes too late', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', { ...challenged, expired_at: '2026-11-21T13:05:00+01:00' });
    await merchant.clock.advance(5 * 60_000);
    expect(await now(merchant, body)).toMatchObject({ status: 'expired' });
    await walk(merchant, body, 'approve');
    expect(merchant.simulator.bank.entries).toEqual([]);
  });

  it('declines after authentication when the acquirer does', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', challenged);
    merchant.simulator.controls.decideNext('F.0114');
    await walk(merchant, body, 'approve');
    expect(await now(merchant, body)).toMatchObject({ status: 'failed', code: 'F.0114' });
  });

  it('is incomplete at first even without a challenge', async () => {
    for (const number of ['4012000000001006', '4012000000001055', '5204240000015003']) {
      const merchant = createMerchant();
      const { body } = await merchant.post('authorizations', order({ credit_card: cardOf(number) }));
      expect(body['transaction']).toMatchObject({ status: 'incomplete' });
      const { visited } = await walk(merchant, body, 'approve');
      expect(visited).toHaveLength(1);
      expect(await now(merchant, body)).toMatchObject({ status: 'successful' });
    }
  });

  it('marks an attempted authentication with the lower indicator of the scheme', async () => {
    const indicators: unknown[] = [];
    for (const number of ['4012000000001006', '5204240000015003', '4012000000001055', '5204240000015011']) {
      const merchant = createMerchant();
      const { body } = await merchant.post('payments', order({ credit_card: cardOf(number) }));
      await walk(merchant, body, 'approve');
      indicators.push((await now(merchant, body))?.['three_d_secure_verification']?.['eci']);
    }
    expect(indicators).toEqual(['05', '02', '06', '01']);
  });

  it('fails at once where authentication is refused, and says so by webhook', async () => {
    for (const [number, result] of [
      ['4012000000001022', 'U'],
      ['4012000000001030', 'R'],
      ['4012000000001014', 'N'],
    ] as const) {
      const merchant = createMerchant();
      const { body } = await merchant.post('payments', order({ credit_card: cardOf(number) }));
      await merchant.simulator.courier.idle();
      expect(body['transaction']).toMatchObject({
        status: 'failed',
        three_d_secure_verification: { status: 'failed', pa_status: result },
      });
      expect(merchant.received).toHaveLength(1);
    }
  });

  it('gives the token of a challenged tokenization only in the end', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('tokenizations', {
      ...challenged,
      additional_data: { contract: ['recurring'] },
    });
    expect(body['transaction']?.['credit_card']).toMatchObject({ token: null });
    await walk(merchant, body, 'approve');
    expect((await now(merchant, body))?.['credit_card']?.['token']).toEqual(expect.any(String));
    expect(merchant.simulator.bank.entries).toEqual([]);
  });

  it('is skipped on request, unless forced', async () => {
    const card = cardOf('4012000000001097', { skip_three_d_secure_verification: true });
    const skipped = await createMerchant().post('payments', order({ credit_card: card }));
    expect(skipped.body['transaction']).toMatchObject({ status: 'successful' });
    const forced = { ...card, force_three_d_secure_verification: true };
    const both = await createMerchant().post('payments', order({ credit_card: forced }));
    expect(both.body['transaction']).toMatchObject({ status: 'incomplete' });
  });
});
