import { CardToken, Secret } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { createPaymega } from '../src/index.ts';
import type { Shop } from './shop.ts';
import { account, assertAction, ledger, money, openShop, order, visit } from './shop.ts';
import { customerPresent, merchantInitiated, stored } from './stored-card.ts';

describe('a stored card', () => {
  test('is charged without the shopper by an empty sale', async () => {
    const shop = openShop();
    const source = merchantInitiated(await stored(shop));
    const outcome = await shop.provider.charge(order({ amount: money('5'), source }), shop.attempt('month-1'));
    expect(outcome).toMatchObject({ status: 'approved', amount: money('5') });
    expect(shop.transport.requests.at(-1)).toMatchObject({
      path: '/payment/sale',
      body: '{"data":{"type":"sale-operation","attributes":{}}}',
    });
    expect(ledger(shop, 'month-1')).toEqual(['charge 500']);
  });

  test('is held without the shopper', async () => {
    const shop = openShop();
    const source = merchantInitiated(await stored(shop));
    await shop.provider.authorize(order({ amount: money('5'), source }), shop.attempt('month-1'));
    expect(ledger(shop, 'month-1')).toEqual(['authorize 500']);
  });

  test('of a present shopper is charged on the page, where only the security code is asked for', async () => {
    const shop = openShop();
    const source = customerPresent(await stored(shop));
    const outcome = await shop.provider.charge(order({ amount: money('5'), source }), shop.attempt('click-1'));
    assertAction(outcome);
    expect(outcome.action.kind).toBe('redirect');
    expect(ledger(shop, 'click-1')).toEqual([]);
    await visit(shop, outcome.action);
    expect((await shop.provider.challenge({ continuation: outcome.continuation })).status).toBe('approved');
    expect(ledger(shop, 'click-1')).toEqual(['charge 500']);
  });

  test('is used after storage in a vault, in another process', async () => {
    const shop = openShop();
    const token = await stored(shop);
    const source = merchantInitiated(CardToken.fromStorage(token.toStorage()));
    expect((await shop.another().charge(order({ source }), shop.attempt())).status).toBe('approved');
  });

  test('from a webhook lacks its customer, and works once it is bound to them', async () => {
    const shop = openShop();
    await stored(shop);
    await shop.simulator.courier.idle();
    const message = shop.callbacks.at(-1);
    if (message === undefined) throw new Error('no callback came');
    const { transaction } = await shop.provider.webhook(message);
    const token = transaction.outcome.status === 'approved' ? transaction.outcome.token : undefined;
    if (token === undefined) throw new Error('no token came');
    expect(token.customerReference).toBeUndefined();
    const loose = shop.provider.charge(order({ source: merchantInitiated(token) }), shop.attempt());
    await expect(loose).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'customer.reference' }] });
    const bound = merchantInitiated(token.forCustomer('customer-1'));
    expect((await shop.provider.charge(order({ source: bound }), shop.attempt())).status).toBe('approved');
  });
});

describe('a stored card is refused before anything is sent', () => {
  async function refusal(
    change: (token: CardToken) => Partial<Parameters<Shop['provider']['charge']>[0]>,
  ): Promise<unknown> {
    const shop = openShop();
    const token = await stored(shop);
    const before = shop.transport.requests.length;
    const error: unknown = await shop.provider
      .charge(order(change(token)), shop.attempt())
      .catch((thrown: unknown) => thrown);
    expect(shop.transport.requests).toHaveLength(before);
    return error;
  }

  test('when another provider issued it', async () => {
    const foreign = new CardToken({ provider: 'paycross', value: 'token-1', customerReference: 'customer-1' });
    expect(await refusal(() => ({ source: merchantInitiated(foreign) }))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
      issues: [{ path: 'source.token' }],
    });
  });

  test('when it belongs to another customer', async () => {
    expect(
      await refusal((token) => ({ source: merchantInitiated(token), customer: { reference: 'customer-2' } })),
    ).toMatchObject({
      code: 'invalid_request',
      issues: [{ path: 'customer.reference' }],
    });
  });

  test('when a security code is given for a page that asks for it itself', async () => {
    expect(
      await refusal((token) => ({ source: { ...customerPresent(token), securityCode: new Secret('123') } })),
    ).toMatchObject({ code: 'unsupported', issues: [{ path: 'source.securityCode' }] });
  });
});

describe('without a Cardgate', () => {
  for (const kind of ['card', 'token'] as const) {
    test(`a ${kind} is refused before anything is sent`, async () => {
      const shop = openShop();
      const pageOnly = createPaymega(
        { ...account, baseUrl: 'https://api.paymega.test', testMode: true },
        shop.transport,
      );
      const request = kind === 'card' ? order() : order({ source: merchantInitiated(await stored(shop)) });
      const before = shop.transport.requests.length;
      await expect(pageOnly.charge(request, shop.attempt())).rejects.toMatchObject({
        code: 'unsupported',
        effect: 'none',
      });
      expect(shop.transport.requests).toHaveLength(before);
      expect((await pageOnly.charge(order({ source: { kind: 'hosted' } }), shop.attempt())).status).toBe(
        'action_required',
      );
    });
  }
});
