import type { Outcome } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import { browse } from '@ducat/simulator';
import type { Tidepay } from '@ducat/tidepay';
import { expect, test } from 'vitest';
import { openShop } from './shop.ts';

const amount = Money.parse('10.50', 'EUR');
const returnUrl = 'https://shop.example/return';
const order = { amount, description: 'A hat', returnUrl, source: { kind: 'hosted' } } as const;
const minute = 60_000;

/** The outcome after the shopper came to the page and pressed this button. */
async function payWith(provider: Tidepay, decision: string): Promise<Outcome> {
  const begun = await provider.charge(order, { reference: 'order-1' });
  if (begun.status !== 'action_required' || begun.action.kind !== 'redirect') throw new Error(begun.status);
  const { url } = await browse(
    { url: begun.action.url },
    { answers: { decision }, isMerchant: (at) => at === returnUrl },
  );
  expect(url).toBe(returnUrl);
  return provider.challenge({ continuation: begun.continuation });
}

test('a shopper who pays has paid, once', async () => {
  const { provider, simulator } = await openShop();
  const outcome = await payWith(provider, 'approve');
  expect(outcome).toMatchObject({ status: 'approved', reference: 'order-1', amount });
  expect(await provider.charge(order, { reference: 'order-1' })).toMatchObject({ status: 'action_required' });
  expect(simulator.bank.totals('EUR').captured).toBe(1050n);
});

test.each([
  ['refuse', 'insufficient_funds', 'issuer'],
  ['cancel', 'canceled', 'customer'],
])('a page that ends by "%s" is a decline: %s', async (decision, reason, by) => {
  const { provider, simulator } = await openShop();
  expect(await payWith(provider, decision)).toMatchObject({ status: 'declined', decline: { reason, by } });
  expect(simulator.bank.entries).toEqual([]);
});

test('a page that nobody came to in half an hour is a decline', async () => {
  const { provider, clock } = await openShop();
  const begun = await provider.charge(order, { reference: 'order-1' });
  if (begun.status !== 'action_required') throw new Error(begun.status);
  await clock.advance(29 * minute);
  expect(await provider.challenge({ continuation: begun.continuation })).toMatchObject({ status: 'action_required' });
  await clock.advance(2 * minute);
  const outcome = await provider.challenge({ continuation: begun.continuation });
  expect(outcome).toMatchObject({ status: 'declined', decline: { reason: 'expired' } });
});

test.each([
  ['clearing', 'processing'],
  ['held_back', 'moderation'],
] as const)('a payment that is %s is pending until it is over', async (state, reason) => {
  const { provider, simulator } = await openShop();
  simulator.controls.settleNext(state);
  const outcome = await payWith(provider, 'approve');
  if (outcome.status !== 'pending') throw new Error(outcome.status);
  expect(outcome.reason).toBe(reason);
  const { providerReference } = outcome;
  simulator.controls.finish(providerReference, 'turned_down', 'bank_silent');
  const found = await provider.lookup({ operation: 'charge', providerReference });
  expect(found).toMatchObject({
    transactions: [{ outcome: { status: 'declined', decline: { reason: 'temporary_failure' } } }],
  });
});

test('a card, and a lookup by reference, are refused before anything is sent', async () => {
  const { provider } = await openShop();
  // With the connections closed, whatever is sent would be `not_sent`.
  await provider.close();
  const card = new Card({ number: '4242 4242 4242 4242', expiryMonth: 10, expiryYear: 2035 });
  const charge = provider.charge({ ...order, source: { kind: 'card', card } }, { reference: 'order-1' });
  await expect(charge).rejects.toMatchObject({ code: 'unsupported', effect: 'none' });
  const lookup = provider.lookup({ operation: 'charge', reference: 'order-1' });
  await expect(lookup).rejects.toMatchObject({ code: 'unsupported', effect: 'none' });
});
