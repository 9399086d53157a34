import { bytes, empty } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { approved, signCallback } from '../index.ts';
import { account, openShop, plainCard } from './merchant.ts';

describe('callbacks', () => {
  it('are signed as the published formula says', () => {
    const body =
      '{"data":{"type":"payment-invoices","id":"cpi_yv1RgJ2l8ty2AxIs","attributes":{"status":"processed","resolution":"ok","amount":22,"currency":"USD"}}}';
    expect(signCallback('sk_test_example', bytes(body))).toBe('tbiwOWv0/GJI6eD2e/lAOax3c+g=');
  });

  it('tell the creation and every change of status, after the response, signed with the key of the mode', async () => {
    for (const mode of ['test', 'live'] as const) {
      const shop = openShop();
      const invoice = await shop.create({ test_mode: mode === 'test' });
      expect(shop.callbacks).toEqual([]);
      await shop.sale(invoice, plainCard);
      await shop.simulator.courier.idle();
      expect(shop.callbacks.map(({ body }) => body.data.attributes.status)).toEqual([
        'created',
        'process_pending',
        'processed',
      ]);
      for (const { headers, raw } of shop.callbacks) {
        expect(headers['x-signature']).toBe(signCallback(account.privateKeys[mode], raw));
      }
    }
  });

  it('are repeated ever more slowly until answered with exactly 200', async () => {
    const shop = openShop();
    const statuses = [204, 500];
    shop.network.attach('https://slow.test', async () => empty(statuses.shift() ?? 200));
    shop.simulator.courier.dropNext();
    await shop.create({ callback_url: 'https://slow.test/' });
    await shop.simulator.courier.idle();
    await shop.clock.advance(600_000);
    const sent = shop.simulator.courier.log.filter(({ outcome }) => outcome !== 'dropped');
    const minutes = sent.map(({ at }) => (at - (sent[0]?.at ?? 0)) / 60_000);
    expect(minutes).toEqual([0, 1, 3]);
    expect(sent.at(-1)?.outcome).toBe('accepted');
  });

  it('go to the account default when the invoice names no URL, and nowhere when there is none', async () => {
    const shop = openShop({ account: { callbackUrl: 'https://shop.test/default' } });
    await shop.create({ callback_url: null });
    await shop.simulator.courier.idle();
    expect(shop.callbacks).toHaveLength(2);
    const silent = openShop();
    await silent.create({ callback_url: null });
    expect(silent.simulator.courier.log).toEqual([]);
  });

  it('ignore a callback_url outside the attributes', async () => {
    const shop = openShop();
    await shop.api('POST', '/payment-invoices', {
      data: {
        type: 'payment-invoices',
        attributes: { reference_id: 'r', currency: 'USD', amount: 1, service: 'payment_card_usd_hpp' },
        callback_url: 'https://shop.test/',
      },
    });
    await shop.simulator.courier.idle();
    expect(shop.callbacks).toEqual([]);
  });
});

describe('test controls', () => {
  it('lose a response after the platform acted, and a request before it did', async () => {
    const shop = openShop();
    shop.simulator.controls.loseRequest();
    await expect(shop.create({ reference_id: 'a' })).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(shop.simulator.invoices.all).toEqual([]);
    const invoice = await shop.create({ reference_id: 'a' });
    shop.simulator.controls.loseResponse('cardgate');
    await expect(shop.sale(invoice, plainCard)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(shop.seen(invoice)?.status).toBe('processed');
  });

  it('answer late, or something else, once', async () => {
    const shop = openShop();
    shop.simulator.controls.delayResponse(5000);
    let settled = false;
    const late = shop.create().finally(() => (settled = true));
    await shop.clock.advance(4999);
    expect(settled).toBe(false);
    await shop.clock.advance(1);
    expect((await late).status).toBe(201);
    shop.simulator.controls.disturb({
      path: /^\/payment-invoices$/,
      when: 'after',
      fault: { kind: 'respond', response: { status: 500, headers: {}, body: bytes('{}') } },
    });
    expect((await shop.create({ reference_id: 'kept' })).status).toBe(500);
    expect(shop.simulator.invoices.get('kept')?.status).toBe('process_pending');
  });

  it('show an unknown status word once, or for good', async () => {
    const shop = openShop();
    shop.simulator.controls.nextStatus('quantum_pending');
    const invoice = await shop.create();
    expect(invoice.body.data.attributes.status).toBe('quantum_pending');
    const { id } = invoice.body.data;
    expect((await shop.api('GET', `/payment-invoices/${id}`)).body.data.attributes.status).toBe('process_pending');
    shop.simulator.showStatus(id, 'odd');
    expect((await shop.api('GET', `/payment-invoices/${id}`)).body.data.attributes.status).toBe('odd');
  });

  it('hide what exists from lookups, and decide how the next payment ends', async () => {
    const shop = openShop();
    shop.simulator.controls.decideNext({ challenge: '2', verdict: approved });
    const invoice = await shop.create();
    expect((await shop.sale(invoice, plainCard)).body.auth_payload.params['creq']).toBeTypeOf('string');
    shop.simulator.controls.hideLookups(2);
    const { id } = invoice.body.data;
    expect((await shop.api('GET', `/payment-invoices/${id}`)).status).toBe(404);
    expect((await shop.list('/payment-invoices?filter[reference_id]=order-1')).body.data).toEqual([]);
    expect((await shop.api('GET', `/payment-invoices/${id}`)).status).toBe(200);
  });

  it('repeat everything bit for bit from one seed', async () => {
    const run = async (seed: number): Promise<string> => {
      const shop = openShop({ seed });
      const invoice = await shop.create();
      const sale = await shop.sale(invoice, { ...plainCard, card_number: shop.simulator.cards.threeDSecure1 });
      return JSON.stringify([invoice.body, sale.body]);
    };
    expect(await run(5)).toBe(await run(5));
    expect(await run(5)).not.toBe(await run(6));
  });
});
