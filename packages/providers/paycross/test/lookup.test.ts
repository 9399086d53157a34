import { describe, expect, it } from 'vitest';
import { publishedCards } from '../simulator/index.ts';
import { expectFound, expectRefusal, expectStatus } from './expectations.ts';
import { attempt, card, charge } from './requests.ts';
import { scripted } from './scripted.ts';
import { openShop } from './shop.ts';

const hours = 60 * 60 * 1000;
const uid = 'e89abc1a-1d18-4d0f-83a1-7009b333dce0';

describe('a lookup by reference', () => {
  it('reports every transaction with it, newest first: two successes are an alarm that nobody hides', async () => {
    const { provider, clock, simulator } = openShop();
    const context = attempt();
    const first = expectStatus(await provider.charge(charge(), context), 'approved');
    await clock.advance(25 * hours);
    const second = expectStatus(await provider.charge(charge(), context), 'approved');
    expect(simulator.bank.totals('USD').captured).toBe(2000n);
    const found = expectFound(await provider.lookup({ operation: 'charge', reference: context.reference }));
    expect(found.map(({ outcome }) => [outcome.status, outcome.providerReference])).toEqual([
      ['approved', second.providerReference],
      ['approved', first.providerReference],
    ]);
  });

  it('finds nothing where there is nothing', async () => {
    const { provider } = openShop();
    expect(await provider.lookup({ operation: 'charge', reference: 'nobody' })).toEqual({ status: 'not_found' });
  });

  it('does not take a missing page for proof that there is nothing', async () => {
    const { provider, simulator } = openShop();
    simulator.controls.refuseNext(404);
    const result = await provider.lookup({ operation: 'charge', reference: 'nobody' });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'unexpected_response', effect: 'none' } });
  });

  it.each([undefined, null, 'someone-else', 'order-1;order-2'])(
    'does not take a list about something else (tracking id %s) for an answer',
    async (trackingId) => {
      const { provider } = scripted(() => ({
        body: { transactions: [{ uid, status: 'failed', tracking_id: trackingId }] },
      }));
      const result = await provider.lookup({ operation: 'charge', reference: 'order-1' });
      expect(result).toMatchObject({ status: 'failed', error: { code: 'contradicting_response', effect: 'none' } });
    },
  );

  it.each([{}, { transactions: null }, { transactions: {} }, [], null, 'nothing', '<html>', ''])(
    'does not take %j for an empty list',
    async (body) => {
      const { provider } = scripted(() => ({ body }));
      const result = await provider.lookup({ operation: 'charge', reference: 'order-1' });
      expect(result).toMatchObject({ status: 'failed', error: { code: 'unexpected_response', effect: 'none' } });
    },
  );

  it('fails as a whole when one of the transactions cannot be understood', async () => {
    const good = { uid, status: 'failed', tracking_id: 'order-1' };
    const { provider } = scripted(() => ({ body: { transactions: [good, { ...good, uid: '../../etc' }] } }));
    expect((await provider.lookup({ operation: 'charge', reference: 'order-1' })).status).toBe('failed');
  });
});

describe('a list of transactions', () => {
  it('is read up to twice the ten that the page promises, and is no answer beyond', async () => {
    const transaction = { uid, status: 'successful', amount: 1001, currency: 'USD', tracking_id: 'order-1' };
    for (const [count, status] of [
      [20, 'found'],
      [21, 'failed'],
    ] as const) {
      const transactions = Array.from({ length: count }, () => transaction);
      const { provider } = scripted(() => ({ body: { transactions } }));
      expect((await provider.lookup({ operation: 'charge', reference: 'order-1' })).status).toBe(status);
    }
  });
});

describe('a lookup by uid', () => {
  it('finds the transaction in every state', async () => {
    const { provider, simulator } = openShop();
    const request = charge({ source: { kind: 'card', card: card(publishedCards.challenge.number) } });
    const { providerReference } = expectStatus(await provider.charge(request, attempt()), 'action_required');
    const statuses: string[] = [];
    for (const code of ['P.0001', 'S.0000']) {
      const [record] = expectFound(await provider.lookup({ operation: 'charge', providerReference }));
      statuses.push(record.outcome.status);
      simulator.controls.finish(providerReference, code);
    }
    const [last] = expectFound(await provider.lookup({ operation: 'charge', providerReference }));
    expect([...statuses, last.outcome.status]).toEqual(['action_required', 'pending', 'approved']);
    expect(last.updatedAt).toBe(Date.parse('2026-11-21T12:00:00Z'));
  });

  it('finds nothing where there is nothing', async () => {
    const { provider } = openShop();
    expect(await provider.lookup({ operation: 'charge', providerReference: uid })).toEqual({ status: 'not_found' });
  });

  it('does not take another transaction for the one that was asked for', async () => {
    const { provider, simulator } = openShop();
    const { providerReference } = expectStatus(await provider.charge(charge(), attempt()), 'approved');
    simulator.controls.rewriteNext((fields) => ({ ...fields, uid }));
    const result = await provider.lookup({ operation: 'charge', providerReference });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'contradicting_response' } });
  });

  it('does not call a success without amount or currency one', async () => {
    const shop = openShop();
    const { providerReference } = expectStatus(await shop.provider.charge(charge(), attempt()), 'approved');
    for (const field of ['amount', 'currency']) {
      shop.simulator.controls.rewriteNext((fields) => ({ ...fields, [field]: null }));
      expect((await shop.provider.lookup({ operation: 'charge', providerReference })).status).toBe('failed');
    }
  });

  it.each(['..', 'a/b', 'a?b', '%2e%2e', 'a b', '', 'ä'])(
    'refuses what cannot be a uid (%s) before sending',
    async (providerReference) => {
      const { provider, bridge } = openShop();
      await expectRefusal(() => provider.lookup({ operation: 'charge', providerReference }), 'invalid_request');
      expect(bridge.sent).toEqual([]);
    },
  );

  it.each([500, 403, 429])('fails when the gateway does (HTTP %i), and says nothing of the payment', async (status) => {
    const { provider, simulator } = openShop();
    simulator.controls.refuseNext(status);
    const result = await provider.lookup({ operation: 'charge', providerReference: uid });
    expect(result).toMatchObject({ status: 'failed', error: { effect: 'none' } });
  });

  it.each([
    ['tokenization', 'tokenize'],
    ['payment', 'charge'],
    ['charge', 'charge'],
    ['authorization', 'authorize'],
    ['capture', 'capture'],
    ['void', 'void'],
    ['refund', 'refund'],
    ['payout', 'payout'],
    ['credit', 'payout'],
  ])('calls a %s a %s', async (type, operation) => {
    const { provider } = scripted(() => ({ body: { transaction: { uid, status: 'failed', type } } }));
    const [record] = expectFound(await provider.lookup({ operation: 'charge', providerReference: uid }));
    expect(record.operation).toBe(operation);
  });

  it('reports a kind of transaction that nobody has mapped as such', async () => {
    const { provider, simulator } = openShop();
    const { providerReference } = expectStatus(await provider.charge(charge(), attempt()), 'approved');
    simulator.controls.rewriteNext((fields) => ({ ...fields, type: 'chargeback' }));
    const [record] = expectFound(await provider.lookup({ operation: 'charge', providerReference }));
    expect(record.operation).toBe('unmapped');
  });
});

describe('a body of version 3, which we do not ask for', () => {
  it.each(['uid', 'reference'])('is understood all the same, by %s', async (way) => {
    const { provider, bridge, network } = openShop();
    const context = attempt();
    const request = charge({ storeCard: { usage: ['recurring'] } });
    const { providerReference } = expectStatus(await provider.charge(request, context), 'approved');
    const send = network.send.bind(network);
    Object.assign(network, {
      send: (url: string, sent: Parameters<typeof send>[1]) =>
        send(url, { ...sent, headers: { ...sent.headers, 'x-api-version': '3' } }),
    });
    const asked = way === 'uid' ? { providerReference } : { reference: context.reference };
    const [record] = expectFound(await provider.lookup({ operation: 'charge', ...asked }));
    expect(record).toMatchObject({ operation: 'charge', testMode: true });
    const outcome = expectStatus(record.outcome, 'approved');
    expect(outcome.amount.toString()).toBe('10.00 USD');
    expect(outcome.card).toMatchObject({ firstSix: '420000', lastFour: '0000' });
    expect(outcome.token?.provider).toBe('paycross');
    expect(bridge.sent.at(-1)?.headers).not.toHaveProperty('x-api-version');
  });
});
