import type { PayoutRequest } from '@ducat/core';
import { CardToken } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { cards } from '../simulator/index.ts';
import { cardSource, ledger, money, openShop } from './shop.ts';

function payoutOf(more: Partial<PayoutRequest> = {}): PayoutRequest {
  return { amount: money('5.01'), description: 'Winnings', destination: cardSource(), ...more };
}

describe('a payout', () => {
  test('sends money to a card', async () => {
    const shop = openShop();
    const outcome = await shop.provider.payout(payoutOf(), shop.attempt('payout-1'));
    expect(outcome).toMatchObject({ status: 'approved', amount: money('5.01'), reference: 'payout-1' });
    expect(ledger(shop, 'payout-1')).toEqual(['payout 501']);
  });

  test('with a reference that was used is answered by the first one, and pays nothing out again', async () => {
    const shop = openShop();
    await shop.provider.payout(payoutOf(), shop.attempt('payout-1'));
    expect(await shop.provider.payout(payoutOf(), shop.attempt('payout-1'))).toMatchObject({ status: 'approved' });
    expect(ledger(shop, 'payout-1')).toEqual(['payout 501']);
  });

  for (const when of ['before', 'after'] as const) {
    test(`whose request broke ${when} it was carried out is unknown, and a lookup tells`, async () => {
      const shop = openShop();
      shop.simulator.controls.disturb({ surface: 'api', method: 'POST', when, fault: { kind: 'lose_connection' } });
      const outcome = await shop.provider.payout(payoutOf(), shop.attempt('payout-1'));
      expect(outcome).toMatchObject({ status: 'unknown', error: { effect: 'possible' } });
      const found = await shop.provider.lookup({ operation: 'payout', reference: 'payout-1' });
      expect(found.status).toBe(when === 'after' ? 'found' : 'not_found');
    });
  }

  test('that is answered with another amount is unknown', async () => {
    const shop = openShop();
    shop.simulator.controls.nextAttributes({ amount: 5.02 });
    const outcome = await shop.provider.payout(payoutOf(), shop.attempt('payout-1'));
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response' } });
  });

  test('of which less or more was paid out than asked is unknown', async () => {
    for (const processed of [5, 5.02, 501]) {
      const shop = openShop();
      shop.simulator.controls.nextAttributes({ processed_amount: processed });
      const outcome = await shop.provider.payout(payoutOf(), shop.attempt('payout-1'));
      expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response' } });
    }
  });

  test('that the card refuses is declined', async () => {
    const shop = openShop();
    const destination = cardSource(cards.declined, cards.declineExpiries['insufficient_funds']);
    const outcome = await shop.provider.payout(payoutOf({ destination }), shop.attempt('payout-1'));
    expect(outcome).toMatchObject({ status: 'declined', decline: { reason: 'insufficient_funds' } });
    expect(ledger(shop, 'payout-1')).toEqual([]);
  });

  test('that takes its time is pending, then approved', async () => {
    const shop = openShop({ payoutDelaySeconds: 60 });
    expect((await shop.provider.payout(payoutOf(), shop.attempt('payout-1'))).status).toBe('pending');
    await shop.clock.advance(60_000);
    const found = await shop.provider.lookup({ operation: 'payout', reference: 'payout-1' });
    expect(found).toMatchObject({ transactions: [{ operation: 'payout', outcome: { status: 'approved' } }] });
  });

  test('in a word that nobody knows is pending', async () => {
    const shop = openShop();
    shop.simulator.controls.nextStatus('partially_canceled');
    expect(await shop.provider.payout(payoutOf(), shop.attempt())).toMatchObject({
      status: 'pending',
      reason: 'unmapped_status',
    });
  });

  test("to another provider's token is refused before anything is sent", async () => {
    const shop = openShop();
    const token = new CardToken({ provider: 'paycross', value: 'token-1' });
    const destination = { kind: 'token', token, usage: 'credit', initiator: 'merchant' } as const;
    const payout = shop.provider.payout(payoutOf({ destination }), shop.attempt());
    await expect(payout).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'destination.token' }] });
    expect(shop.transport.requests).toEqual([]);
  });

  test('to somebody of whom only the name is known is refused before anything is sent', async () => {
    const shop = openShop();
    const payout = shop.provider.payout(payoutOf({ recipient: { name: 'Jane Roe' } }), shop.attempt());
    await expect(payout).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'recipient.reference' }] });
    expect(shop.transport.requests).toEqual([]);
  });
});
