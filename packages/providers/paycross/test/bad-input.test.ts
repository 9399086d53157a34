import type { CardData, PayoutRequest, RefundRequest } from '@ducat/core';
import { DucatError, Money } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { badFields, holder, own, x } from './bad-fields.ts';
import { expectRefusal, expectStatus } from './expectations.ts';
import { attempt, card, charge, money, payout, tokenize } from './requests.ts';
import { openShop } from './shop.ts';

const uid = 'e89abc1a-1d18-4d0f-83a1-7009b333dce0';

describe('a charge with a wrong field', () => {
  it.each(badFields)(
    '$path is refused with an error that names it, and nothing is sent (%#)',
    async ({ path, wrong }) => {
      const { provider, bridge } = openShop();
      const error = await expectRefusal(() => provider.charge({ ...charge(), ...wrong }, attempt()), 'invalid_request');
      expect(error.issues.map((issue) => issue.path)).toEqual([path]);
      expect(error.message).toContain(path);
      expect(bridge.sent).toEqual([]);
    },
  );

  it.each(badFields.filter(({ right }) => right !== undefined))(
    '$path is accepted at its limit, by the gateway too (%#)',
    async ({ right }) => {
      const { provider } = openShop({ simulator: { refuseUnknownFields: true } });
      expectStatus(await provider.charge({ ...charge(), ...right }, attempt()), 'approved');
    },
  );

  it('is refused once for all its wrong fields', async () => {
    const { provider } = openShop();
    const request = charge({ description: '', billingAddress: { firstName: x(31) }, language: 'english' });
    const error = await expectRefusal(() => provider.charge(request, attempt()), 'invalid_request');
    expect(error.issues.map(({ path }) => path).sort()).toEqual([
      'billingAddress.firstName',
      'description',
      'language',
    ]);
  });

  it('has no rule for state and postal code where the country is not given', async () => {
    const { provider } = openShop();
    expectStatus(
      await provider.charge(charge({ billingAddress: { state: 'Kyivska oblast', postalCode: '1' } }), attempt()),
      'approved',
    );
  });

  it('is refused for the hosted page, which is another API', async () => {
    const { provider, bridge } = openShop();
    const error = await expectRefusal(
      () => provider.charge(charge({ source: { kind: 'hosted' } }), attempt()),
      'unsupported',
    );
    expect(error.issues[0]?.path).toBe('source.kind');
    expect(bridge.sent).toEqual([]);
  });
});

describe('a card with a wrong field', () => {
  it.each<[string, Partial<CardData>]>([
    ['card.number', { number: '42000000000' }],
    ['card.number', { number: '42000000000000000000' }],
    ['card.number', { number: '4200000000000001' }],
    ['card.expiryMonth', { expiryMonth: 13 }],
    ['card.expiryYear', { expiryYear: 30 }],
    ['card.securityCode', { securityCode: '12' }],
    ['card.securityCode', { securityCode: '12345' }],
  ])('%s never becomes a card (%#)', (path, changes) => {
    let error: unknown;
    try {
      card(changes.number, changes);
    } catch (thrown) {
      error = thrown;
    }
    expect(DucatError.is(error) ? error.issues.map((issue) => issue.path) : error).toEqual([path]);
  });
});

describe('other operations with a wrong field', () => {
  const capture = { authorization: uid, amount: money('1.00') };
  const refund: RefundRequest = { payment: uid, amount: money('1.00'), reason: 'Too small' };
  const shop = openShop();
  const { provider } = shop;
  const payoutWith = (changes: object): Promise<unknown> =>
    provider.payout({ ...payout(), ...changes } as PayoutRequest, attempt());

  it.each<[string, string, () => Promise<unknown>]>([
    ['capture', 'authorization', () => provider.capture({ ...capture, authorization: '../refunds' }, attempt())],
    ['capture', 'amount', () => provider.capture({ ...capture, amount: Money.of(0n, 'USD') }, attempt())],
    ['capture', 'amount', () => provider.capture({ ...capture, amount: Money.of(2n ** 53n, 'USD') }, attempt())],
    [
      'capture',
      'providerOptions.paycross.verificationUrl',
      () => provider.capture({ ...capture, ...own({ verificationUrl: 'https://shop.example' }) }, attempt()),
    ],
    ['void', 'authorization', () => provider.void({ ...capture, authorization: '' }, attempt())],
    [
      'void',
      'providerOptions.paycross.skipThreeDSecure',
      () => provider.void({ ...capture, ...own({ skipThreeDSecure: true }) }, attempt()),
    ],
    ['refund', 'reason', () => provider.refund({ ...refund, reason: '' }, attempt())],
    ['refund', 'reason', () => provider.refund({ ...refund, reason: x(256) }, attempt())],
    ['refund', 'payment', () => provider.refund({ ...refund, payment: 'a/b' }, attempt())],
    ['tokenize', 'usage', () => provider.tokenize(tokenize({ usage: [] }), attempt())],
    [
      'tokenize',
      'source.card.holder',
      () =>
        provider.tokenize(tokenize({ source: { kind: 'card', card: card(undefined, { holder: x(36) }) } }), attempt()),
    ],
    ['payout', 'destination.card.holder', () => payoutWith({ destination: holder(36) })],
    ['payout', 'recipientAddress.city', () => payoutWith({ recipientAddress: { city: x(61) } })],
    ['payout', 'recipient.birthDate', () => payoutWith({ recipient: { birthDate: '1990' } })],
    ['payout', 'providerOptions.paycross.travel', () => payoutWith(own({ travel: {} }))],
  ])('%s: %s is refused and nothing is sent (%#)', async (_operation, path, call) => {
    const error = await expectRefusal(call, 'invalid_request');
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(shop.bridge.sent).toEqual([]);
  });
});
