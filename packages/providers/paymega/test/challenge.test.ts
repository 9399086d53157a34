import type { ChallengeAnswer } from '@ducat/core';
import type { ShopperArrival } from '@ducat/simulator';
import { text } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import { cards } from '../simulator/index.ts';
import { challenged, termUrl } from './challenged.ts';
import { assertAction, cardSource, ledger, money, openShop, order, visit } from './shop.ts';

/** The request with which the ACS delivered its answer to the merchant. */
function answerIn({ method, url, body }: ShopperArrival): ChallengeAnswer {
  return method === 'POST' ? { method, body: text(body) } : { method: 'GET', query: new URL(url).search.slice(1) };
}

describe('a 3-D Secure challenge', () => {
  for (const version of ['1', '2'] as const) {
    for (const method of ['GET', 'POST'] as const) {
      test(`of version ${version} by ${method} is passed on the provider's pages, and a lookup says so`, async () => {
        const { shop, outcome } = await challenged({ threeDSecure: { version, method } });
        expect(outcome.action.kind).toBe(method === 'POST' ? 'form_post' : 'redirect');
        const arrival = await visit(shop, outcome.action);
        expect(arrival.url).toBe('https://shop.test/back');
        const finished = await shop.provider.challenge({ continuation: outcome.continuation });
        expect(finished).toMatchObject({ status: 'approved', reference: 'attempt-1', amount: money('10.01') });
        expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
      });
    }
  }

  for (const returnMethod of ['GET', 'POST'] as const) {
    for (const shown of ['with_scheme', 'without_scheme'] as const) {
      test(`delivers its answer to the merchant's TermUrl by ${returnMethod}, and it is relayed to one ${shown}`, async () => {
        const { shop, outcome } = await challenged(
          { threeDSecure: { returnMethod, termUrl: shown } },
          { threeDSecure: { termUrl } },
        );
        const arrival = await visit(shop, outcome.action);
        expect(arrival.url).toMatch(/^https:\/\/shop\.test\/3ds/);
        expect(ledger(shop, 'attempt-1')).toEqual([]);
        const answer = answerIn(arrival);
        const finished = await shop.provider.challenge({ continuation: outcome.continuation, answer });
        expect(finished.status).toBe('approved');
        const relayed = shop.transport.requests.at(-2);
        expect(relayed?.method).toBe(returnMethod);
        const carried = returnMethod === 'POST' ? relayed?.body : relayed?.path.replace(/^[^&]*&/, '');
        expect(carried).toBe(returnMethod === 'POST' ? answer.body : answer.query);
        expect(relayed?.headers['authorization']).toBeUndefined();
        expect(ledger(shop, 'attempt-1')).toEqual(['charge 1001']);
      });
    }
  }

  test('of a hold ends in a hold', async () => {
    const shop = openShop();
    const source = cardSource(cards.approvedAfterChallenge);
    const outcome = await shop.provider.authorize(order({ source }), shop.attempt('attempt-1'));
    assertAction(outcome);
    await visit(shop, outcome.action);
    expect((await shop.provider.challenge({ continuation: outcome.continuation })).status).toBe('approved');
    expect(ledger(shop, 'attempt-1')).toEqual(['authorize 1001']);
  });

  test('that the shopper fails is declined', async () => {
    const { shop, outcome } = await challenged();
    await visit(shop, outcome.action, { answer: 'refuse' });
    const finished = await shop.provider.challenge({ continuation: outcome.continuation });
    expect(finished).toMatchObject({
      status: 'declined',
      decline: { reason: 'authentication_failed', by: 'customer' },
    });
  });

  test('that nobody finished stays pending, as often as one asks, and ends when the platform ends it', async () => {
    const { shop, outcome } = await challenged({ unfinishedInvoiceLifetimeSeconds: 600 });
    const { continuation } = outcome;
    expect((await shop.provider.challenge({ continuation })).status).toBe('pending');
    expect((await shop.provider.challenge({ continuation })).status).toBe('pending');
    await shop.clock.advance(600_000);
    expect(await shop.provider.challenge({ continuation })).toMatchObject({
      status: 'declined',
      decline: { reason: 'expired' },
    });
  });

  test('is not passed by an answer that a browser invents (defect 28)', async () => {
    const { shop, outcome } = await challenged({}, { threeDSecure: { termUrl } });
    const answer = { method: 'POST', body: 'PaRes=forged&MD=forged' } as const;
    expect((await shop.provider.challenge({ continuation: outcome.continuation, answer })).status).toBe('pending');
    expect(ledger(shop, 'attempt-1')).toEqual([]);
  });

  test('whose lookup fails is unknown, and can be asked for again', async () => {
    const { shop, outcome } = await challenged();
    await visit(shop, outcome.action);
    shop.simulator.controls.loseResponse('api');
    const failed = await shop.provider.challenge({ continuation: outcome.continuation });
    expect(failed).toMatchObject({ status: 'unknown', reference: 'attempt-1', error: { effect: 'possible' } });
    expect((await shop.provider.challenge({ continuation: outcome.continuation })).status).toBe('approved');
  });

  test('whose invoice is about another amount by now is unknown', async () => {
    const { shop, outcome } = await challenged();
    await visit(shop, outcome.action);
    shop.simulator.controls.nextAttributes({ amount: 10.02 });
    const finished = await shop.provider.challenge({ continuation: outcome.continuation });
    expect(finished).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response' } });
  });
});
