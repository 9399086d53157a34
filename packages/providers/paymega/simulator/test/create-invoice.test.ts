import { bytes, noBody, text } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { openShop, startMilliseconds } from './merchant.ts';
import type { Answer } from './merchant.ts';

const pointers = (answer: Answer): string[] => answer.body.errors.map((error) => error.source.pointer);
const details = (answer: Answer): string[] => answer.body.errors.map((error) => error.detail);

describe('creating a payment invoice', () => {
  it('answers 201 with a pending invoice, its payment page and a bearer token', async () => {
    const shop = openShop();
    const { status, body } = await shop.create({ amount: 100.55, metadata: {} });
    expect(status).toBe(201);
    expect(body.data.id).toMatch(/^cpi_[A-Za-z0-9]{16}$/);
    const { attributes } = body.data;
    expect(attributes).toMatchObject({
      status: 'process_pending',
      resolution: 'ok',
      moderation_required: false,
      amount: 100.55,
      processed: null,
      processed_amount: null,
      metadata: [],
      payload: null,
      original_data: [],
      return_urls: [],
      flow: 'hpp',
      payment_flow: 'charge',
      created: startMilliseconds / 1000,
    });
    expect(attributes.flow_data).toMatchObject({ method: 'GET', params: [] });
    const { sid, token } = attributes.flow_data.metadata;
    expect(attributes.flow_data.action).toBe(`https://cardgate.paymega.test/hpp/${sid}`);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toEqual({ sid, expires: null, exp: attributes.created + 3600 });
    expect(body.data.relationships['payment-service']?.data?.id).toBe('payment_card_usd_hpp');
    expect(body.data.relationships['customer']).toEqual({ data: null });
  });

  it('writes amounts of every exponent exactly as JSON numbers', async () => {
    const shop = openShop();
    const created = async (currency: string, amount: string): Promise<string> => {
      const response = await shop.simulator.handlers.api({
        method: 'POST',
        path: '/payment-invoices',
        headers: {
          authorization: `Basic ${Buffer.from('coma_1:key').toString('base64')}`,
          'content-type': 'application/json',
        },
        body: bytes(
          `{"data":{"type":"payment-invoices","attributes":{"reference_id":"${currency}${amount.replaceAll('"', '')}","currency":"${currency}","amount":${amount},"service":"payment_card_${currency.toLowerCase()}_hpp"}}}`,
        ),
      });
      return /"payment_amount":([^,]+),/.exec(text(response.body))?.[1] ?? text(response.body);
    };
    expect(await created('USD', '90071992547409931.07')).toBe('90071992547409931.07');
    expect(await created('JPY', '1000')).toBe('1000');
    expect(await created('KWD', '1.005')).toBe('1.005');
    expect(await created('USD', '0.10')).toBe('0.1');
    expect(await created('JPY', '1.5')).toContain('more decimal places');
    expect(await created('USD', '0.001')).toContain('more decimal places');
    expect(await created('USD', '-1')).toContain('should be positive');
    expect(await created('USD', '"5"')).toContain('of type float');
  });

  it('says everything that is missing or wrong, with pointers', async () => {
    const shop = openShop();
    const answer = await shop.api('POST', '/payment-invoices', {
      data: {
        type: 'payments',
        attributes: {
          amount: 'ten',
          currency: 'usd',
          service: 'payment_card_eur_hpp',
          customer: { name: 'Jane' },
          return_urls: { success: 'https://shop.test/ok' },
          callback_url: 'shop.test',
          flow: 'preauth',
          surprise: 1,
        },
      },
    });
    expect(answer.status).toBe(422);
    expect(pointers(answer).toSorted()).toEqual([
      '/data/attributes/amount',
      '/data/attributes/callback_url',
      '/data/attributes/currency',
      '/data/attributes/customer/reference_id',
      '/data/attributes/flow',
      '/data/attributes/reference_id',
      '/data/attributes/return_urls/pending',
      '/data/attributes/surprise',
      '/data/type',
    ]);
    expect(answer.body.errors[0]).toMatchObject({ status: '422', title: 'Unprocessable Entity' });
    expect(shop.simulator.invoices.all).toEqual([]);
  });

  it('knows services only for their own currency, in any letter case', async () => {
    const shop = openShop();
    expect((await shop.create({ service: 'PAYMENT_CARD_usd_HPP' })).status).toBe(201);
    expect(pointers(await shop.create({ service: 'payment_card_eur_hpp' }))).toEqual(['/data/attributes/service']);
    expect(pointers(await shop.create({ service: 'payment_card_usd' }))).toEqual(['/data/attributes/service']);
  });

  it('refuses delayed options in the words of the two-step page', async () => {
    const shop = openShop();
    const tried = async (flow: string, options: object): Promise<string[]> =>
      details(await shop.create({ flow, options }));
    expect(await tried('delayed_charge', { delayed_action: 'capture', delayed_action_delay: 59 })).toEqual([
      'This value should be greater than or equal to 60',
    ]);
    expect(await tried('delayed_charge', { delayed_action: 'void' })).toEqual([
      'To use option delayed_action, option delay must be passed or set in Commerce Account payment options',
    ]);
    expect(await tried('charge', { delayed_action: 'void', delayed_action_delay: 60 })).toEqual([
      'Options delay and delayed_action can be used only with flow delayed_charge',
    ]);
  });

  it('accepts a reference only once', async () => {
    const shop = openShop();
    await shop.create({ reference_id: 'same' });
    const again = await shop.create({ reference_id: 'same' });
    expect(again.status).toBe(422);
    expect(again.body.errors[0]).toMatchObject({
      code: 'duplicate',
      source: { pointer: '/data/attributes/reference_id' },
    });
    expect(shop.simulator.invoices.all).toHaveLength(1);
  });

  it('refuses wrong credentials, other media types, broken JSON and unknown routes', async () => {
    const shop = openShop();
    const denied = await shop.api('GET', '/payment-invoices', undefined, 'Basic bm8=');
    expect(denied).toMatchObject({ status: 401, headers: { 'www-authenticate': expect.stringContaining('Basic') } });
    expect(denied.body.errors[0]?.status).toBe('401');
    expect((await shop.api('POST', '/payment-invoices', '{"data":')).status).toBe(400);
    expect((await shop.api('GET', '/nothing')).status).toBe(404);
    const { status } = await shop.simulator.handlers.api({
      method: 'POST',
      path: '/payment-invoices',
      headers: { authorization: `Basic ${Buffer.from('coma_1:key').toString('base64')}` },
      body: noBody,
    });
    expect(status).toBe(415);
  });
});

describe('looking an invoice up', () => {
  it('finds it by id and by reference, with brackets plain or encoded', async () => {
    const shop = openShop();
    const created = await shop.create({ reference_id: 'a b' });
    await shop.create();
    const { id } = created.body.data;
    expect((await shop.api('GET', `/payment-invoices/${id}`)).body.data.id).toBe(id);
    for (const path of [
      '/payment-invoices?filter[reference_id]=a+b',
      '/payment-invoices/?filter[reference_id]=a%20b',
      '/payment-invoices?filter%5Breference_id%5D=a%20b',
    ]) {
      const { status, body } = await shop.list(path);
      expect(status).toBe(200);
      expect(body.data.map((found) => found.id)).toEqual([id]);
    }
    expect((await shop.list('/payment-invoices')).body.data).toHaveLength(2);
    expect((await shop.list('/payment-invoices?filter[reference_id]=none')).body.data).toEqual([]);
    expect((await shop.api('GET', '/payment-invoices/cpi_none')).status).toBe(404);
    expect((await shop.api('GET', '/payment-invoices?filter[reference]=a')).status).toBe(400);
  });

  it('expires an invoice whose shopper never came', async () => {
    const shop = openShop();
    const created = await shop.create();
    await shop.clock.advance(172_800_000);
    const { body } = await shop.api('GET', `/payment-invoices/${created.body.data.id}`);
    expect(body.data.attributes).toMatchObject({ status: 'expired', resolution: 'transaction_expired' });
  });
});
