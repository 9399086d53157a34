import { createPaymega } from '../src/index.ts';
import type { Paymega } from '../src/index.ts';
import type { PaymegaListening, PaymegaSimulator } from '../simulator/index.ts';
import { cards, createPaymegaSimulator } from '../simulator/index.ts';
import { browse } from '@ducat/simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, assertAction, assertApproved, cardSource, money, order } from './shop.ts';

let simulator: PaymegaSimulator;
let listening: PaymegaListening;
let provider: Paymega;

beforeAll(async () => {
  simulator = createPaymegaSimulator(account);
  listening = await simulator.listen();
  const { apiUrl, cardgateUrl } = listening;
  provider = createPaymega({ ...account, baseUrl: apiUrl, cardgateUrl, testMode: true, timeoutMilliseconds: 2000 });
});

afterAll(async () => {
  await provider.close();
  await listening.close();
});

const local = { returnUrl: 'http://127.0.0.1:9/back', webhookUrl: 'http://127.0.0.1:9/callback' };

describe('over real HTTP', () => {
  test('a card is charged, refunded in part, and found again', async () => {
    const charged = await provider.charge(order(local), { reference: 'http-1' });
    assertApproved(charged);
    const { providerReference: payment } = charged;
    const refunded = await provider.refund(
      { payment, amount: money('3'), reason: 'Too small' },
      { reference: 'http-2' },
    );
    expect(refunded).toMatchObject({ status: 'approved', amount: money('3') });
    const found = await provider.lookup({ operation: 'charge', reference: 'http-1' });
    expect(found).toMatchObject({ transactions: [{ refunded: money('3') }] });
  });

  test('a hold is made with a challenge, and captured', async () => {
    const source = cardSource(cards.threeDSecure2);
    const outcome = await provider.authorize(order({ ...local, source }), { reference: 'http-3' });
    assertAction(outcome);
    const { action } = outcome;
    if (action.kind !== 'form_post') throw new Error(action.kind);
    const isMerchant = (url: string): boolean => url.startsWith(local.returnUrl);
    await browse(
      { url: action.url, method: 'POST', fields: action.fields },
      { answers: { answer: 'approve' }, isMerchant },
    );
    const held = await provider.challenge({ continuation: outcome.continuation });
    assertApproved(held);
    const { providerReference: authorization, amount } = held;
    expect(await provider.capture({ authorization, amount }, { reference: 'http-4' })).toMatchObject({
      status: 'approved',
    });
  });

  test('a sale whose connection breaks is unknown, and the bank has charged once', async () => {
    simulator.controls.loseResponse('cardgate');
    const outcome = await provider.charge(order(local), { reference: 'http-5' });
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'connection_lost', effect: 'possible' } });
    expect(simulator.bank.entries.filter(({ reference }) => reference === 'http-5')).toHaveLength(1);
  });

  test('a sale that outlasts the deadline is unknown, and one total deadline covers all requests of the call', async () => {
    simulator.controls.delayResponse(5000, 'cardgate');
    const begun = Date.now();
    const outcome = await provider.charge(order(local), { reference: 'http-6', deadline: begun + 300 });
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'deadline_exceeded', effect: 'possible' } });
    expect(Date.now() - begun).toBeLessThan(2000);
  });

  test('an invoice that outlasts the deadline is not_sent: there was no sale', async () => {
    simulator.controls.delayResponse(5000, 'api');
    const outcome = await provider.charge(order(local), { reference: 'http-7', deadline: Date.now() + 300 });
    expect(outcome).toMatchObject({ status: 'not_sent', error: { code: 'deadline_exceeded', effect: 'none' } });
    expect(simulator.bank.entries.filter(({ reference }) => reference === 'http-7')).toEqual([]);
  });

  test('a port on which nobody listens is not_sent', async () => {
    const elsewhere = createPaymega({ ...account, baseUrl: 'http://127.0.0.1:9', cardgateUrl: 'http://127.0.0.1:9' });
    const outcome = await elsewhere.charge(order(local), { reference: 'http-8' });
    expect(outcome).toMatchObject({ status: 'not_sent', error: { code: 'connection_failed', effect: 'none' } });
    await elsewhere.close();
  });
});
