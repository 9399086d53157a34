import { describe, expect, it } from 'vitest';
import { publishedCards } from '../simulator/index.ts';
import { expectFound, expectStatus } from './expectations.ts';
import { attempt, card, charge } from './requests.ts';
import { openShop } from './shop.ts';

describe("a transaction's status", () => {
  it('successful is approved, with the amount and the card as the provider says', async () => {
    const { provider, simulator } = openShop();
    const context = attempt();
    const outcome = expectStatus(await provider.charge(charge(), context), 'approved');
    expect(outcome).toMatchObject({
      provider: 'paycross',
      reference: context.reference,
      providerReference: simulator.transactions.all[0]?.uid,
      card: { firstSix: '420000', lastFour: '0000', brand: 'visa', expiryMonth: 5, expiryYear: 2030 },
    });
    expect(outcome.amount.toString()).toBe('10.00 USD');
  });

  it('successful with a redirect_url is approved all the same: the gateway sends one always', async () => {
    const { provider, simulator } = openShop();
    simulator.controls.rewriteNext((fields) => {
      expect(fields['redirect_url']).toMatch(/^https:/);
      return fields;
    });
    expectStatus(await provider.charge(charge(), attempt()), 'approved');
  });

  it('failed is a decline with the provider reference', async () => {
    const { provider, simulator } = openShop();
    const request = charge({ source: { kind: 'card', card: card(publishedCards.declined.number) } });
    const outcome = expectStatus(await provider.charge(request, attempt()), 'declined');
    expect(outcome.providerReference).toBe(simulator.transactions.all[0]?.uid);
    expect(simulator.bank.entries).toEqual([]);
  });

  it('incomplete with a redirect_url sends the shopper there', async () => {
    const { provider } = openShop();
    const request = charge({ source: { kind: 'card', card: card(publishedCards.challenge.number) } });
    const outcome = expectStatus(await provider.charge(request, attempt()), 'action_required');
    expect(outcome.action).toEqual({
      kind: 'redirect',
      url: `https://gateway.pay-cross.com/process/${outcome.providerReference}`,
    });
  });

  it.each([null, undefined, '', 'javascript:alert(1)', 'http://elsewhere.example/', 'https://u:p@gateway.example/'])(
    'incomplete without a usable redirect_url (%s) is a wait, never a link to it (defect 58)',
    async (redirectUrl) => {
      const { provider, simulator } = openShop();
      simulator.controls.rewriteNext((fields) => ({ ...fields, redirect_url: redirectUrl }));
      const request = charge({ source: { kind: 'card', card: card(publishedCards.challenge.number) } });
      const outcome = expectStatus(await provider.charge(request, attempt()), 'action_required');
      expect(outcome.action).toEqual({ kind: 'wait' });
    },
  );

  it('expired is a decline: the shopper came too late', async () => {
    const { provider, simulator, clock } = openShop();
    const outcome = expectStatus(
      await provider.charge(
        charge({
          source: { kind: 'card', card: card(publishedCards.challenge.number) },
          providerOptions: { paycross: { expiredAt: '2026-11-21T12:10:00Z' } },
        }),
        attempt(),
      ),
      'action_required',
    );
    await clock.advance(11 * 60_000);
    expect(simulator.transactions.find(outcome.providerReference)?.status).toBe('expired');
    const { continuation } = outcome;
    const after = expectStatus(await provider.challenge({ continuation }), 'declined');
    expect(after.decline).toMatchObject({ reason: 'expired', by: 'customer' });
  });

  it.each(['pending', 'processing'])('%s is pending, being processed', async (word) => {
    const { provider, simulator } = openShop();
    simulator.controls.answerStatusNext(word);
    const outcome = expectStatus(await provider.charge(charge(), attempt()), 'pending');
    expect(outcome.reason).toBe('processing');
  });

  it.each(['error', 'deleted', 'unknown', 'completed', 'success', 'approved', 'constructor', '__proto__', 'УСПЕХ'])(
    'a word that no page explains (%s) is pending with the word kept, never success and never failure',
    async (word) => {
      const { provider, simulator } = openShop();
      simulator.controls.answerStatusNext(word);
      const outcome = expectStatus(await provider.charge(charge(), attempt()), 'pending');
      expect(outcome).toMatchObject({ reason: 'unmapped_status', raw: { status: word } });
    },
  );

  it('pending becomes what the acquirer says later', async () => {
    const { provider, simulator } = openShop();
    simulator.controls.decideNext('P.0001');
    const context = attempt();
    const { providerReference } = expectStatus(await provider.charge(charge(), context), 'pending');
    simulator.controls.finish(providerReference, 'S.0000');
    const [record] = expectFound(await provider.lookup({ operation: 'charge', reference: context.reference }));
    expect(record.outcome.status).toBe('approved');
  });
});
