import type { ActionRequired } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { publishedCards } from '../simulator/index.ts';
import { expectStatus, expectUnknown } from './expectations.ts';
import { attempt, authorize, card, charge, tokenize } from './requests.ts';
import { openShop } from './shop.ts';
import type { Shop } from './shop.ts';

const challenged = { kind: 'card', card: card(publishedCards.challenge.number) } as const;

async function begin(shop: Shop, reference?: string): Promise<ActionRequired> {
  return expectStatus(
    await shop.provider.charge(charge({ source: challenged }), attempt(reference)),
    'action_required',
  );
}

describe('a challenge on the pages of the provider', () => {
  it('that the shopper approves ends approved, and the money has moved once', async () => {
    const shop = openShop();
    const { action, continuation, providerReference } = await begin(shop, 'order-1');
    expect(shop.simulator.bank.entries).toEqual([]);
    await shop.shop(action, 'approve');
    const outcome = expectStatus(await shop.provider.challenge({ continuation }), 'approved');
    expect(outcome).toMatchObject({ reference: 'order-1', providerReference });
    expect(await shop.provider.challenge({ continuation })).toEqual(outcome);
    expect(shop.simulator.bank.totals('USD').captured).toBe(1000n);
  });

  it('that the shopper refuses ends declined, and no money has moved', async () => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    await shop.shop(action, 'refuse');
    const { decline } = expectStatus(await shop.provider.challenge({ continuation }), 'declined');
    expect(decline).toMatchObject({ reason: 'authentication_failed', by: 'issuer' });
    expect(shop.simulator.bank.entries).toEqual([]);
  });

  it('that the shopper abandons stays to be done until the provider ends it', async () => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    await expect(shop.shop(action, 'abandon')).rejects.toThrow('The page was left');
    const again = expectStatus(await shop.provider.challenge({ continuation }), 'action_required');
    expect(again.action).toEqual(action);
    await shop.clock.advance(31 * 60_000);
    const { decline } = expectStatus(await shop.provider.challenge({ continuation: again.continuation }), 'declined');
    expect(decline).toMatchObject({ reason: 'abandoned', by: 'customer' });
  });

  it('goes on in another process, which has nothing but the string', async () => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    await shop.shop(action, 'approve');
    expectStatus(await shop.anotherProvider().challenge({ continuation: `${continuation}` }), 'approved');
  });

  it('is not believed from the return of the browser: only the lookup decides', async () => {
    const shop = openShop();
    const { continuation } = await begin(shop);
    shop.bridge.loseNextRequest();
    expectUnknown(await shop.provider.challenge({ continuation }), 'connection_lost');
    expectStatus(await shop.provider.challenge({ continuation }), 'action_required');
  });

  it('comes before a hold and before a stored card as well', async () => {
    const shop = openShop();
    const held = expectStatus(
      await shop.provider.authorize(authorize({ source: challenged }), attempt()),
      'action_required',
    );
    await shop.shop(held.action, 'approve');
    expectStatus(await shop.provider.challenge({ continuation: held.continuation }), 'approved');
    expect(shop.simulator.bank.totals('USD')).toMatchObject({ held: 1000n, captured: 0n });

    const request = tokenize({ source: challenged, customer: { reference: 'customer-1' } });
    const stored = expectStatus(await shop.provider.tokenize(request, attempt()), 'action_required');
    await shop.shop(stored.action, 'approve');
    const { token } = expectStatus(await shop.provider.challenge({ continuation: stored.continuation }), 'approved');
    expect(token).toMatchObject({ provider: 'paycross', customerReference: 'customer-1' });
  });

  it.each(['frictionless', 'attempted'] as const)(
    'without a question (%s) still leads over the page of the provider',
    async (name) => {
      const shop = openShop();
      const request = charge({ source: { kind: 'card', card: card(publishedCards[name].number) } });
      const { action, continuation } = expectStatus(await shop.provider.charge(request, attempt()), 'action_required');
      await shop.shop(action, 'approve');
      expectStatus(await shop.provider.challenge({ continuation }), 'approved');
    },
  );

  it('is not asked for when the merchant may skip it, and is when the merchant forces it besides', async () => {
    const shop = openShop();
    const skipped = charge({ source: challenged, providerOptions: { paycross: { skipThreeDSecure: true } } });
    expectStatus(await shop.provider.charge(skipped, attempt()), 'approved');
    await shop.clock.advance(31_000);
    const forced = charge({
      source: challenged,
      providerOptions: { paycross: { skipThreeDSecure: true, forceThreeDSecure: true } },
    });
    expectStatus(await shop.provider.charge(forced, attempt()), 'action_required');
  });
});

describe('the lookup behind a challenge', () => {
  it.each([
    ['another amount', { amount: 999 }],
    ['another currency', { currency: 'EUR' }],
    ['another reference', { tracking_id: 'someone-else' }],
    ['the other mode', { test: false }],
    ['another operation', { type: 'authorization' }],
    ['another transaction', { uid: '00000000-0000-4000-8000-000000000000' }],
  ])('that answers about %s is unknown, though it says success', async (_what, changes) => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    await shop.shop(action, 'approve');
    shop.simulator.controls.rewriteNext((fields) => ({ ...fields, ...changes }));
    expectUnknown(await shop.provider.challenge({ continuation }), 'contradicting_response');
    expectStatus(await shop.provider.challenge({ continuation }), 'approved');
  });

  it('is compared with the amount that was asked for, where the answer before it named none', async () => {
    const shop = openShop();
    shop.simulator.controls.rewriteNext((fields) => ({ ...fields, amount: null }));
    const { action, continuation } = await begin(shop);
    await shop.shop(action, 'approve');
    shop.simulator.controls.answerAmountNext(999n);
    expectUnknown(await shop.provider.challenge({ continuation }), 'contradicting_response');
  });

  it.each([404, 500, 429])('that fails with HTTP %i says nothing of the payment', async (status) => {
    const shop = openShop();
    const { continuation } = await begin(shop);
    shop.simulator.controls.refuseNext(status);
    expectStatus(await shop.provider.challenge({ continuation }), 'unknown');
  });
});
