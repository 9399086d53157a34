import { describe, expect, it } from 'vitest';

import { approved, declined } from '../index.ts';
import { card, openShop, overHttp, plainCard } from './merchant.ts';
import type { Attributes, Shop } from './merchant.ts';

const attributesOf = async (shop: Shop, id: string): Promise<Attributes> =>
  (await shop.api('GET', `/payment-invoices/${id}`)).body.data.attributes;

describe('a card sent to the card gate', () => {
  it('is charged at once, and the bank and the invoice agree', async () => {
    const shop = openShop();
    const invoice = await shop.create({ amount: 12.34 });
    expect(await shop.sale(invoice, plainCard)).toMatchObject({
      status: 200,
      body: { status: 'processed', auth_mode: null, auth_payload: [] },
    });
    expect(await attributesOf(shop, invoice.body.data.id)).toMatchObject({
      status: 'processed',
      processed_amount: 12.34,
      payload: {
        token: null,
        payment_card: { first: '551928', last: '0000', mask: '551928******0000', expiry_year: '35' },
      },
    });
    expect(shop.simulator.bank.totals('USD')).toMatchObject({ captured: 1234n });
    expect(shop.simulator.bank.entries[0]?.reference).toBe('order-1');
  });

  it('is charged once: a second card is refused', async () => {
    const shop = openShop();
    const invoice = await shop.create();
    await shop.sale(invoice, plainCard);
    expect((await shop.sale(invoice, plainCard)).status).toBe(422);
    expect(shop.simulator.bank.entries).toHaveLength(1);
  });

  it('is declined with the resolution its expiry chooses', async () => {
    const shop = openShop();
    const { cards } = shop.simulator;
    const tried = async (attributes: object): Promise<unknown> => {
      const invoice = await shop.create();
      const { body } = await shop.sale(invoice, attributes);
      expect(body).toEqual({ status: 'process_failed', auth_mode: null, auth_payload: [] });
      return (await attributesOf(shop, invoice.body.data.id)).resolution;
    };
    expect(await tried(card(cards.declined, cards.declineExpiries['insufficient_funds']))).toBe('insufficient_funds');
    expect(await tried(card(cards.declined))).toBe('general_fatal_error');
    expect(await tried(card(cards.insufficientFunds))).toBe('insufficient_funds');
    expect(await tried(card('4111111111111112'))).toBe('invalid_card');
    expect(shop.simulator.bank.entries).toEqual([]);
  });

  it('stays pending on the published expiry until the test settles it', async () => {
    const shop = openShop();
    const { cards } = shop.simulator;
    const plain = await shop.create();
    expect((await shop.sale(plain, card(cards.approved, cards.pendingExpiry))).body.status).toBe('process_pending');
    const enrolled = await shop.create();
    await shop.sale(enrolled, card(cards.approvedAfterChallenge, cards.pendingExpiry));
    expect(await attributesOf(shop, enrolled.body.data.id)).toMatchObject({ resolution: 'auth_3ds_required' });
    const moderated = await shop.create();
    await shop.sale(moderated, card(cards.moderated));
    expect(await attributesOf(shop, moderated.body.data.id)).toMatchObject({ moderation_required: true });
    shop.simulator.settle('order-1', approved);
    shop.simulator.settle('order-2', declined('issuer_decline'));
    expect(shop.seen(plain)?.status).toBe('processed');
    expect(shop.seen(enrolled)).toMatchObject({ status: 'process_failed', resolution: 'issuer_decline' });
    expect(shop.simulator.bank.entries).toHaveLength(1);
  });

  it('is refused unless every field is a string of the right shape', async () => {
    const shop = openShop();
    const invoice = await shop.create();
    const answer = await shop.sale(invoice, {
      card_number: '5519 2838 1203 0000',
      cvv: 123,
      exp_month: '1',
      exp_year: '2035',
      browser_info: { browser_java_enabled: 'false', browser_tz: -60 },
    });
    expect(answer.body.errors.map((error) => error.source.pointer)).toEqual([
      '/data/attributes/card_number',
      '/data/attributes/cvv',
      '/data/attributes/exp_month',
      '/data/attributes/exp_year',
      '/data/attributes/browser_info/browser_java_enabled',
      '/data/attributes/browser_info/browser_tz',
    ]);
    expect((await shop.sale(invoice, {})).status).toBe(422);
    expect((await shop.sale(invoice, plainCard)).status).toBe(200);
  });

  it('needs a bearer token that has not expired; reading the invoice again gives a new one', async () => {
    const shop = openShop();
    const invoice = await shop.create();
    await shop.clock.advance(3_600_000);
    expect((await shop.sale(invoice, plainCard)).status).toBe(401);
    const again = await shop.api('GET', `/payment-invoices/${invoice.body.data.id}`);
    expect((await shop.sale(again, plainCard)).status).toBe(200);
  });

  it('is charged over real HTTP just the same', async () => {
    const shop = await overHttp();
    try {
      const invoice = await shop.create();
      expect(invoice.body.data.attributes.flow_data.action).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hpp\/cgi_/);
      expect((await shop.sale(invoice, plainCard)).body.status).toBe('processed');
    } finally {
      await shop.close();
    }
  });
});

describe('a card token', () => {
  const customer = { reference_id: 'customer-1', name: 'Jane Roe' };
  const tokenize = { cardgate: { tokenize: true } };

  const issue = async (shop: Shop): Promise<string> => {
    const first = await shop.create({ customer, gateway_options: tokenize });
    await shop.sale(first, plainCard);
    const { payload } = await attributesOf(shop, first.body.data.id);
    return payload?.token ?? 'none';
  };

  it('comes only with a payment that succeeded', async () => {
    const shop = openShop();
    expect(await issue(shop)).toMatch(/^[A-Za-z0-9]{32}$/);
    const failing = await shop.create({ customer, gateway_options: tokenize });
    await shop.sale(failing, card(shop.simulator.cards.declined));
    expect(shop.seen(failing)?.token).toBeUndefined();
    expect((await shop.create({ gateway_options: tokenize })).status).toBe(422);
  });

  it('is charged without the shopper by an empty sale, never by the invoice alone', async () => {
    const shop = openShop();
    const token = await issue(shop);
    const invoice = await shop.create({ token, customer, gateway_options: { cardgate: { instant: true } } });
    expect(shop.simulator.bank.entries).toHaveLength(1);
    expect((await shop.sale(invoice, plainCard)).status).toBe(422);
    expect((await shop.sale(invoice, {})).body.status).toBe('processed');
    expect(shop.simulator.bank.entries).toHaveLength(2);
  });

  it('asks for the payment page when not instant, which then wants the CVV alone', async () => {
    const shop = openShop();
    const token = await issue(shop);
    const invoice = await shop.create({ token, customer });
    expect((await shop.sale(invoice, {})).status).toBe(422);
    await shop.shopper({ url: invoice.body.data.attributes.flow_data.action }, { cvv: '123' });
    expect(shop.seen(invoice)?.status).toBe('processed');
  });

  it('belongs to its customer and its mode', async () => {
    const shop = openShop();
    const token = await issue(shop);
    expect((await shop.create({ token })).status).toBe(422);
    expect((await shop.create({ token, customer: { reference_id: 'other' } })).status).toBe(422);
    expect((await shop.create({ token, customer, test_mode: false })).status).toBe(422);
    expect((await shop.create({ token: 'unknown', customer })).status).toBe(422);
    expect((await shop.create({ customer, gateway_options: { cardgate: { instant: true } } })).status).toBe(422);
  });
});
