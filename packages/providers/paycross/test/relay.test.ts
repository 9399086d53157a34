import type { ActionRequired } from '@ducat/core';
import { noBody } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';
import { publishedCards } from '../simulator/index.ts';
import { expectRefusal, expectStatus, expectUnknown } from './expectations.ts';
import { attempt, card, charge } from './requests.ts';
import { gatewayUrl, openShop, shopUrl } from './shop.ts';
import type { Shop } from './shop.ts';

const termUrl = `${shopUrl}/three-d-secure`;

/** 3-D Secure 1 with the merchant's own address for the answer of the ACS. */
async function begin(shop: Shop): Promise<ActionRequired> {
  const request = charge({
    source: { kind: 'card', card: card(publishedCards.threeDSecureOne.number) },
    threeDSecure: { termUrl },
    providerOptions: { paycross: { advancedThreeDSecure: true } },
  });
  return expectStatus(await shop.provider.charge(request, attempt()), 'action_required');
}

/** The continuation with some of its content changed by somebody on the way. */
export function tampered(continuation: string, changes: Record<string, unknown>): string {
  const prefix = continuation.slice(0, continuation.lastIndexOf('.') + 1);
  const content = JSON.parse(Buffer.from(continuation.slice(prefix.length), 'base64url').toString('utf8')) as object;
  return prefix + Buffer.from(JSON.stringify({ ...content, ...changes })).toString('base64url');
}

describe('an answer of the ACS that the merchant received', () => {
  it('is asked for with a form to the ACS that names the address of the merchant', async () => {
    const shop = openShop();
    const { action } = await begin(shop);
    expect(action).toEqual({
      kind: 'form_post',
      url: 'https://acs.issuer.example/pareq',
      fields: { PaReq: expect.any(String), MD: expect.any(String), TermUrl: termUrl },
    });
  });

  it.each([
    ['approve', 'approved'],
    ['refuse', 'declined'],
  ] as const)('is relayed unchanged, without credentials, and the lookup decides (%s)', async (decision, status) => {
    const shop = openShop();
    const { action, continuation, providerReference } = await begin(shop);
    const { url, body } = await shop.shop(action, decision);
    expect(url).toBe(termUrl);
    const sent = shop.bridge.sent.length;
    expectStatus(await shop.anotherProvider().challenge({ continuation, answer: { method: 'POST', body } }), status);
    const [relayed, asked, ...more] = shop.bridge.sent.slice(sent);
    expect(relayed).toEqual({
      method: 'POST',
      origin: gatewayUrl,
      path: `/process/${providerReference}/return`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(asked).toMatchObject({ method: 'GET', path: `/transactions/${providerReference}` });
    expect(more).toEqual([]);
  });

  it('may be relayed twice: the money moves once', async () => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    const answer = { method: 'POST', body: (await shop.shop(action, 'approve')).body } as const;
    expectStatus(await shop.provider.challenge({ continuation, answer }), 'approved');
    expectStatus(await shop.provider.challenge({ continuation, answer }), 'approved');
    expect(shop.simulator.bank.totals('USD').captured).toBe(1000n);
  });

  it('that somebody changed approves nothing', async () => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    const { body } = await shop.shop(action, 'refuse');
    const forged = body.replace(/PaRes=.{4}/, 'PaRes=AAAA');
    expectStatus(
      await shop.provider.challenge({ continuation, answer: { method: 'POST', body: forged } }),
      'action_required',
    );
    expect(shop.simulator.bank.entries).toEqual([]);
  });

  it('that may not have arrived is unknown, and can be relayed again', async () => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    const answer = { method: 'POST', body: (await shop.shop(action, 'approve')).body } as const;
    shop.bridge.loseNextRequest();
    expectUnknown(await shop.provider.challenge({ continuation, answer }), 'connection_lost');
    expectStatus(await shop.provider.challenge({ continuation, answer }), 'approved');
  });

  it.each([
    'https://evil.example/collect',
    'https://gateway.pay-cross.com.evil.example/',
    'https://gateway.pay-cross.com:444/',
    'http://gateway.pay-cross.com/',
    'https://gateway.pay-cross.com@evil.example/',
    'javascript:alert(1)',
    '//evil.example/',
  ])('goes to the pinned host only, whatever the continuation says (%s)', async (relayTo) => {
    const shop = openShop();
    const collected: unknown[] = [];
    shop.network.attach('https://evil.example', async (request) => {
      collected.push(request);
      return { status: 200, headers: {}, body: noBody };
    });
    const { continuation } = await begin(shop);
    const sent = shop.bridge.sent.length;
    const request = {
      continuation: tampered(continuation, { relayTo }),
      answer: { method: 'POST', body: 'PaRes=x' },
    } as const;
    await expectRefusal(() => shop.provider.challenge(request), 'invalid_request');
    expect([collected, shop.bridge.sent.slice(sent)]).toEqual([[], []]);
  });

  it('is refused for a payment whose shopper returns by the return URL', async () => {
    const shop = openShop();
    const request = charge({
      source: { kind: 'card', card: card(publishedCards.challenge.number) },
      threeDSecure: { termUrl },
    });
    const { continuation } = expectStatus(await shop.provider.charge(request, attempt()), 'action_required');
    const sent = shop.bridge.sent.length;
    await expectRefusal(
      () => shop.provider.challenge({ continuation, answer: { method: 'POST', body: '' } }),
      'invalid_request',
    );
    expect(shop.bridge.sent).toHaveLength(sent);
  });
});

describe('a continuation', () => {
  it.each([
    ['the amount', { minorUnits: '1' }],
    ['the currency', { currency: 'EUR' }],
    ['the reference', { reference: 'another' }],
    ['the mode', { testMode: false }],
    ['the operation', { operation: 'authorize' }],
  ])('whose content was changed (%s) never leads to a success', async (_what, changes) => {
    const shop = openShop();
    const { action, continuation } = await begin(shop);
    const answer = { method: 'POST', body: (await shop.shop(action, 'approve')).body } as const;
    expectStatus(await shop.provider.challenge({ continuation, answer }), 'approved');
    expectUnknown(
      await shop.provider.challenge({ continuation: tampered(continuation, changes) }),
      'contradicting_response',
    );
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -3)],
    ['with another prefix', (text: string) => text.replace('.1.', '.2.')],
    ['with an unknown field', (text: string) => tampered(text, { admin: true })],
    ['with a path in the id', (text: string) => tampered(text, { providerReference: '../transactions' })],
    ['of another provider', (text: string) => tampered(text, { provider: 'paymega' })],
    ['that is empty', () => ''],
  ])('%s is refused before anything is sent', async (_what, change) => {
    const shop = openShop();
    const { continuation } = await begin(shop);
    const sent = shop.bridge.sent.length;
    const error = await expectRefusal(
      () => shop.provider.challenge({ continuation: change(continuation) }),
      'invalid_request',
    );
    expect(error.issues[0]?.path).toBe('continuation');
    expect(shop.bridge.sent).toHaveLength(sent);
  });

  it('of a second shop at the same provider is refused', async () => {
    const shop = openShop();
    const { continuation } = await begin(shop);
    await expectRefusal(
      () => shop.anotherProvider({ id: 'paycross-second' }).challenge({ continuation }),
      'invalid_request',
    );
  });
});
