import type { AuthorizeRequest, ChargeRequest, PayoutRequest } from '@ducat/core';
import { DucatError, Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { Shop } from './shop.ts';
import { cardSource, money, openShop, order } from './shop.ts';

type Act = (shop: Shop) => Promise<unknown>;

/** Without types: what a caller from JavaScript can do. */
const charge =
  (change: object): Act =>
  (shop) =>
    shop.provider.charge({ ...order(), ...change }, shop.attempt());
const authorize =
  (paymega: object): Act =>
  (shop) =>
    shop.provider.authorize({ ...order(), providerOptions: { paymega } } as AuthorizeRequest, shop.attempt());
const paymega = (options: object): Act => charge({ providerOptions: { paymega: options } });
const payout =
  (change: object): Act =>
  (shop) =>
    shop.provider.payout(
      { amount: money('1'), description: 'x', destination: cardSource(), ...change } as PayoutRequest,
      shop.attempt(),
    );
const long = 'a'.repeat(256);

/** Every limit of the pages, and of the model where the pages say nothing. */
const table: Readonly<Record<string, readonly [path: string, act: Act]>> = {
  'a delay under an hour': [
    'providerOptions.paymega.delayedActionDelay',
    authorize({ delayedAction: 'void', delayedActionDelay: 59 }),
  ],
  'half a minute of delay': [
    'providerOptions.paymega.delayedActionDelay',
    authorize({ delayedAction: 'void', delayedActionDelay: 60.5 }),
  ],
  'a delay as text': [
    'providerOptions.paymega.delayedActionDelay',
    authorize({ delayedAction: 'void', delayedActionDelay: '60' }),
  ],
  'a delayed action without its delay': [
    'providerOptions.paymega.delayedActionDelay',
    authorize({ delayedAction: 'capture' }),
  ],
  'a delay without its action': ['providerOptions.paymega.delayedAction', authorize({ delayedActionDelay: 60 })],
  'a delayed action that does not exist': [
    'providerOptions.paymega.delayedAction',
    authorize({ delayedAction: 'refund', delayedActionDelay: 60 }),
  ],
  'a delayed action of a charge': ['providerOptions.paymega.delayedAction', paymega({ delayedAction: 'capture' })],
  'a delay of a charge': ['providerOptions.paymega.delayedActionDelay', paymega({ delayedActionDelay: 60 })],
  'return URLs without the pending one': [
    'providerOptions.paymega.returnUrls.pending',
    paymega({ returnUrls: { success: 'https://shop.test/' } }),
  ],
  'a return URL that is none': [
    'providerOptions.paymega.returnUrls.fail',
    paymega({ returnUrls: { pending: 'https://shop.test/', fail: 'x' } }),
  ],
  'an option that is misspelt': ['providerOptions.paymega.delayedActions', authorize({ delayedActions: 'void' })],
  'return URLs of a payout': [
    'providerOptions.paymega.returnUrls',
    payout({ providerOptions: { paymega: { returnUrls: {} } } }),
  ],
  'a customer without a reference': ['customer.reference', charge({ customer: { name: 'Jane Roe' } })],
  'an address without a customer reference': ['customer.reference', charge({ billingAddress: { country: 'UA' } })],
  'a tax number without a customer reference': ['customer.reference', paymega({ individualTaxId: '1234567890' })],
  'a recipient without a reference': ['recipient.reference', payout({ recipient: { email: 'jane@example.com' } })],
  'an e-mail address that is none': ['customer.email', charge({ customer: { reference: 'c', email: 'jane' } })],
  'a birthday that is none': ['customer.birthDate', charge({ customer: { reference: 'c', birthDate: '31.12.1990' } })],
  'a birthday that never was': [
    'customer.birthDate',
    charge({ customer: { reference: 'c', birthDate: '1990-02-30' } }),
  ],
  'a customer reference that is too long': ['customer.reference', charge({ customer: { reference: long } })],
  'a country that is none': [
    'billingAddress.country',
    charge({ customer: { reference: 'c' }, billingAddress: { country: 'Ukraine' } }),
  ],
  'no description': ['description', charge({ description: undefined })],
  'a description that is too long': ['description', charge({ description: long })],
  'a return URL with a script': ['returnUrl', charge({ returnUrl: 'javascript:alert(1)' })],
  'a webhook URL that is none': ['webhookUrl', charge({ webhookUrl: '/callback' })],
  'a TermUrl that is none': ['threeDSecure.termUrl', charge({ threeDSecure: { termUrl: 'shop.test/3ds' } })],
  'metadata that is no text': ['metadata.key', charge({ metadata: { key: 1 } })],
  'nothing to pay': ['amount', charge({ amount: money('0') })],
  'less than nothing to pay': ['amount', charge({ amount: money('-1') })],
  'an amount that is a number': ['amount', charge({ amount: 17 })],
  'an amount that the platform would round': ['amount', charge({ amount: Money.of(1_234_567_890_123_456n, 'USD') })],
  'a source that is none': ['source.kind', charge({ source: { kind: 'cash' } })],
  'a card that is plain data': [
    'source.card',
    charge({ source: { kind: 'card', card: { number: '5519283812030000' } } }),
  ],
  'a screen width that is text': ['browser.screenWidth', charge({ browser: { screenWidth: '1920' } })],
  'a device channel that is none': ['browser.deviceChannel', charge({ browser: { deviceChannel: '2' } })],
  'an IP address that is none': ['customer.ipAddress', charge({ customer: { ipAddress: '999.1.1.1' } })],
  'a field that nobody knows': ['descripton', charge({ descripton: 'x' })],
  'a mode that is text': ['testMode', charge({ testMode: 'yes' })],
  'no usage of a stored card': ['storeCard.usage', charge({ customer: { reference: 'c' }, storeCard: { usage: [] } })],
  'an authorization that is a path': [
    'authorization',
    (shop) => shop.provider.capture({ authorization: '../x', amount: money('1') }, shop.attempt()),
  ],
  'a captured amount of nothing': [
    'amount',
    (shop) => shop.provider.capture({ authorization: 'cpi_1', amount: money('0') }, shop.attempt()),
  ],
  'a voided authorization that is a path': [
    'authorization',
    (shop) => shop.provider.void({ authorization: 'cpi_1/x', amount: money('1') }, shop.attempt()),
  ],
  'a refund without a reason': [
    'reason',
    (shop) => shop.provider.refund({ payment: 'cpi_1', amount: money('1'), reason: '' }, shop.attempt()),
  ],
  'a refunded payment that is a path': [
    'payment',
    (shop) => shop.provider.refund({ payment: '..', amount: money('1'), reason: 'x' }, shop.attempt()),
  ],
  'an attempt without a reference': ['context.reference', (shop) => shop.provider.charge(order(), {} as never)],
  'an attempt with a reference in spaces': [
    'context.reference',
    (shop) => shop.provider.charge(order(), shop.attempt('a b')),
  ],
  'an attempt with a reference that is too long': [
    'context.reference',
    (shop) => shop.provider.charge(order(), shop.attempt('a'.repeat(65))),
  ],
  'a lookup of nothing': ['reference', (shop) => shop.provider.lookup({ operation: 'charge' })],
  'a continuation that is none': ['continuation', (shop) => shop.provider.challenge({ continuation: 'x' })],
};

describe('a request with', () => {
  for (const [what, [path, act]] of Object.entries(table)) {
    test(`${what} is refused by the name of the field, before anything is sent`, async () => {
      const shop = openShop();
      const error: unknown = await act(shop).catch((thrown: unknown) => thrown);
      if (!DucatError.is(error)) throw new Error(`no DucatError: ${JSON.stringify(error)}`);
      expect({ code: error.code, effect: error.effect }).toEqual({ code: 'invalid_request', effect: 'none' });
      expect(error.issues.map((issue) => issue.path)).toEqual([path]);
      expect(error.message).toContain(path);
      expect(shop.transport.requests).toEqual([]);
    });
  }
});

describe('options of other adapters in a request', () => {
  test('are theirs to check', async () => {
    const shop = openShop();
    const request = { ...order(), providerOptions: { paycross: { anything: true } } } as unknown as ChargeRequest;
    expect((await shop.provider.charge(request, shop.attempt())).status).toBe('approved');
  });
});
