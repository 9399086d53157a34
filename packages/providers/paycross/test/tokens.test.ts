import type { CardToken, StoredCredentialUsage } from '@ducat/core';
import { CardToken as Token, Secret } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { publishedCards } from '../simulator/index.ts';
import { expectFound, expectRefusal, expectStatus } from './expectations.ts';
import { attempt, card, charge, payout, tokenize } from './requests.ts';
import { openShop } from './shop.ts';
import type { Shop } from './shop.ts';

async function store(shop: Shop, usage: readonly StoredCredentialUsage[], number?: string): Promise<CardToken> {
  const request = tokenize({ usage, source: { kind: 'card', card: card(number) } });
  const outcome = await shop.provider.tokenize(request, attempt());
  const { token } = expectStatus(outcome, 'approved');
  if (token === undefined) throw new Error('no token was stored');
  return token;
}

const pays = (token: CardToken, usage: StoredCredentialUsage, code?: string) =>
  charge({
    source: {
      kind: 'token',
      token,
      usage,
      initiator: usage === 'oneclick' ? 'customer' : 'merchant',
      ...(code === undefined ? {} : { securityCode: new Secret(code) }),
    },
  });

describe('a token', () => {
  it('is stored without moving money', async () => {
    const shop = openShop();
    expect((await store(shop, ['recurring'])).provider).toBe('paycross');
    expect(shop.simulator.bank.entries).toEqual([]);
  });

  it('of the contract recurring pays without security code and without 3-D Secure', async () => {
    const shop = openShop();
    const token = await store(shop, ['recurring']);
    expectStatus(await shop.provider.charge(pays(token, 'recurring'), attempt()), 'approved');
    expect(shop.simulator.bank.totals('USD').captured).toBe(1000n);
  });

  it('of the contract oneclick pays with the security code that the shopper gives again', async () => {
    const shop = openShop();
    const token = await store(shop, ['oneclick']);
    const error = await expectRefusal(
      () => shop.provider.charge(pays(token, 'oneclick'), attempt()),
      'invalid_request',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(['credit_card.verification_value']);
    expectStatus(await shop.provider.charge(pays(token, 'oneclick', '123'), attempt()), 'approved');
  });

  it('of the contract oneclick may be challenged', async () => {
    const shop = openShop();
    const stored = tokenize({
      usage: ['oneclick'],
      source: { kind: 'card', card: card(publishedCards.challenge.number) },
    });
    const asked = expectStatus(await shop.provider.tokenize(stored, attempt()), 'action_required');
    await shop.shop(asked.action, 'approve');
    const { token } = expectStatus(await shop.provider.challenge({ continuation: asked.continuation }), 'approved');
    if (token === undefined) throw new Error('no token was stored');
    expectStatus(await shop.provider.charge(pays(token, 'oneclick', '123'), attempt()), 'action_required');
    expect(shop.simulator.bank.entries).toEqual([]);
  });

  it('of the contract credit receives payouts', async () => {
    const shop = openShop();
    const token = await store(shop, ['credit']);
    const destination = { kind: 'token', token, usage: 'credit', initiator: 'merchant' } as const;
    expectStatus(await shop.provider.payout(payout({ destination }), attempt()), 'approved');
    expect(shop.simulator.bank.totals('USD').paidOut).toBe(700n);
  });

  it('of the contract credit is not charged, and one of another contract is not paid to: nothing is sent', async () => {
    const shop = openShop();
    const token = await store(shop, ['recurring', 'credit']);
    const sent = shop.bridge.sent.length;
    const charged = await expectRefusal(
      () => shop.provider.charge(pays(token, 'credit'), attempt()),
      'invalid_request',
    );
    const destination = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } as const;
    const paid = await expectRefusal(() => shop.provider.payout(payout({ destination }), attempt()), 'invalid_request');
    expect([charged, paid].map(({ issues }) => issues.map(({ path }) => path))).toEqual([
      ['source.usage'],
      ['destination.usage'],
    ]);
    expect(shop.bridge.sent).toHaveLength(sent);
  });

  it('is stored beside a payment when the request asks for it, and the lookup brings it too', async () => {
    const { provider, simulator } = openShop();
    const context = attempt();
    const request = charge({ storeCard: { usage: ['recurring'] }, customer: { reference: 'customer-1' } });
    const { token } = expectStatus(await provider.charge(request, context), 'approved');
    expect(token?.customerReference).toBe('customer-1');
    expect(simulator.bank.totals('USD').captured).toBe(1000n);
    const [record] = expectFound(await provider.lookup({ operation: 'charge', reference: context.reference }));
    expect(expectStatus(record.outcome, 'approved').token?.value.equals(token?.value ?? new Secret('none'))).toBe(true);
  });

  it('is not reported by a payment that was to store none: not the one that paid, not one that an old gateway issues', async () => {
    const shop = openShop();
    const token = await store(shop, ['recurring']);
    const context = attempt();
    expect(expectStatus(await shop.provider.charge(pays(token, 'recurring'), context), 'approved')).not.toHaveProperty(
      'token',
    );
    const [record] = expectFound(await shop.provider.lookup({ operation: 'charge', reference: context.reference }));
    expect(record.outcome).not.toHaveProperty('token');

    const issued = { brand: 'visa', token: 'issued-unasked' };
    shop.simulator.controls.rewriteNext((fields) => ({
      ...fields,
      credit_card: issued,
      additional_data: { contract: [] },
    }));
    const request = charge({ source: { kind: 'card', card: card() } });
    expect(expectStatus(await shop.provider.charge(request, attempt()), 'approved')).not.toHaveProperty('token');
  });

  it('is reported when the request asked for it, also by an answer that does not repeat what was asked', async () => {
    const { provider, simulator } = openShop();
    simulator.controls.rewriteNext((fields) => ({ ...fields, additional_data: null }));
    const request = charge({ storeCard: { usage: ['recurring'] } });
    expect(expectStatus(await provider.charge(request, attempt()), 'approved').token?.provider).toBe('paycross');
  });

  it.each([null, undefined, '', 7])(
    'that the provider does not give (%s) is absent, and the payment is still a success',
    async (value) => {
      const { provider, simulator } = openShop();
      simulator.controls.rewriteNext((fields) => ({
        ...fields,
        credit_card: { token: value, exp_month: '05', bin: 1 },
      }));
      const outcome = expectStatus(
        await provider.charge(charge({ storeCard: { usage: ['recurring'] } }), attempt()),
        'approved',
      );
      expect(outcome).not.toHaveProperty('token');
      expect(outcome.card).toEqual({});
    },
  );

  it('of another provider is refused before anything is sent', async () => {
    const { provider, bridge } = openShop();
    const token = new Token({ provider: 'paymega', value: 'elsewhere' });
    const destination = { kind: 'token', token, usage: 'credit', initiator: 'merchant' } as const;
    const errors = await Promise.all([
      expectRefusal(() => provider.charge(pays(token, 'recurring'), attempt()), 'invalid_request'),
      expectRefusal(() => provider.authorize(pays(token, 'recurring'), attempt()), 'invalid_request'),
      expectRefusal(() => provider.payout(payout({ destination }), attempt()), 'invalid_request'),
    ]);
    expect(errors.flatMap(({ issues }) => issues.map(({ path }) => path))).toEqual([
      'source.token',
      'source.token',
      'destination.token',
    ]);
    expect(bridge.sent).toEqual([]);
  });

  it('that PayCross does not know is refused, and nothing moved', async () => {
    const { provider, simulator } = openShop();
    const token = new Token({ provider: 'paycross', value: 'forgotten' });
    const error = await expectRefusal(() => provider.charge(pays(token, 'recurring'), attempt()), 'invalid_request');
    expect(error.issues).toEqual([{ path: 'credit_card.token', message: 'does not exist' }]);
    expect(simulator.bank.entries).toEqual([]);
  });

  it("survives a merchant's vault", async () => {
    const shop = openShop();
    const token = Token.fromStorage((await store(shop, ['recurring'])).toStorage());
    expectStatus(await shop.provider.charge(pays(token, 'recurring'), attempt()), 'approved');
  });
});
