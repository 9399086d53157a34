import type { Transport } from '@ducat/adapter-kit';
import { Card, CardToken } from '@ducat/core';
import { json } from '@ducat/simulator';
import type { Paymega } from '../src/index.ts';
import { createPaymega } from '../src/index.ts';
import { money, order } from './shop.ts';

export const canaries = {
  pan: '5519283812030000',
  cvv: '8642',
  apiKey: 'canary-api-key',
  livePrivateKey: 'sk_live_canary',
  testPrivateKey: 'sk_test_canary',
  bearer: 'eyJcanary.bearer.token',
  token: 'canaryCardToken0123456789',
} as const;
/** Everything that must not be printed. */
export const secrets: readonly string[] = Object.values(canaries);
const { pan, apiKey, livePrivateKey, testPrivateKey, bearer, token: tokenValue } = canaries;
/** What the adapter knows in each call, and what it learns from an invoice: nobody can mask what they never saw. */
export const known = [pan, apiKey, livePrivateKey, testPrivateKey];
export const learned = [bearer, tokenValue];
export const basic = Buffer.from(`coma_1:${canaries.apiKey}`).toString('base64');

export const invoice = (more: object = {}): object => ({
  data: {
    type: 'payment-invoices',
    id: 'cpi_1',
    attributes: {
      status: 'process_pending',
      reference_id: 'attempt-1',
      amount: 10.01,
      currency: 'USD',
      test_mode: true,
      flow_data: {
        action: 'https://cardgate.test/hpp/1',
        method: 'GET',
        params: [],
        metadata: { token: canaries.bearer },
      },
      ...more,
    },
  },
});

type Reply = { readonly status: number; readonly body: unknown };

export const chatty = (words: string): object => ({
  resolution: words,
  resolution_message: words,
  rrn: words,
  approval_code: words,
  payload: {
    token: tokenValue,
    payment_card: { first: pan, last: pan, network: words, issuer_name: words, issuer_country: words },
  },
});

/** Everything that a platform can say back; the first replies let the adapter get as far as it goes. */
export function repliesRepeating(own: readonly string[]): Readonly<Record<string, readonly Reply[]>> {
  const at = own.join(' | ');
  const later = [...own, bearer].join(' | ');
  const talking = chatty([...own, ...learned].join(' | '));
  const listed = [(invoice({ status: 'processed', ...talking }) as { data: object }).data];
  return {
    'an error list': [
      { status: 422, body: { errors: [{ detail: at, title: at, source: { pointer: `/data/${at}` } }] } },
    ],
    'errors by field': [{ status: 422, body: { errors: { [at]: [at] } } }],
    'a message': [{ status: 403, body: { message: at } }],
    'a duplicate': [{ status: 409, body: { error: at } }],
    'a refused key': [{ status: 401, body: { message: at } }],
    'a defect of its own': [{ status: 500, body: { message: at } }],
    'fields with such names': [{ status: 200, body: { [at]: at, data: { [at]: at } } }],
    'an invoice and an error': [
      { status: 201, body: invoice() },
      { status: 422, body: { errors: [{ detail: later }] } },
    ],
    'an invoice and a status': [
      { status: 201, body: invoice() },
      { status: 200, body: { status: later, auth_mode: later } },
    ],
    'an invoice with a status': [{ status: 201, body: invoice({ ...talking, status: later }) }],
    'a paid invoice that talks': [{ status: 201, body: invoice({ status: 'processed', ...talking }) }],
    'a hold that talks': [{ status: 200, body: invoice({ status: 'authorized', ...talking }) }],
    'a failed invoice that talks': [{ status: 201, body: invoice({ status: 'process_failed', ...talking }) }],
    'an invoice of another amount': [{ status: 201, body: invoice({ amount: 1, ...talking }) }],
    'a list that talks': [
      { status: 409, body: { error: at } },
      { status: 200, body: { data: listed } },
    ],
  };
}

export function providerAnswering(answers: readonly Reply[]): Paymega {
  let next = 0;
  const transport: Transport = {
    send: () => {
      const { status, body } = answers[Math.min(next, answers.length - 1)] ?? { status: 500, body: {} };
      next += 1;
      return Promise.resolve(json(status, body));
    },
    close: () => Promise.resolve(),
  };
  return createPaymega(
    {
      accountId: 'coma_1',
      apiKey: canaries.apiKey,
      privateKeys: { live: canaries.livePrivateKey, test: canaries.testPrivateKey },
      cardgateUrl: 'https://cardgate.test',
      testMode: true,
    },
    transport,
  );
}

const card = new Card({
  number: canaries.pan,
  expiryMonth: 10,
  expiryYear: 2035,
  holder: 'Jane Roe',
  securityCode: canaries.cvv,
});
const token = new CardToken({ provider: 'paymega', value: canaries.token, customerReference: 'customer-1' });
export const context = { reference: 'attempt-1' };
export const request = order({ customer: { reference: 'customer-1' }, source: { kind: 'card', card } });
const byToken = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } as const;
const step = { authorization: 'cpi_1', amount: money('10.01') };

export const withCard: Readonly<Record<string, (provider: Paymega) => Promise<unknown>>> = {
  charge: (provider) => provider.charge(request, context),
  authorize: (provider) => provider.authorize({ ...request, storeCard: { usage: ['recurring'] } }, context),
  tokenize: (provider) =>
    provider.tokenize(
      { ...request, source: { kind: 'card', card }, usage: ['recurring'], onPayment: 'allow' },
      context,
    ),
};

export const withToken: Readonly<Record<string, (provider: Paymega) => Promise<unknown>>> = {
  'charge of a token': (provider) => provider.charge({ ...request, source: byToken }, context),
  'charge on the page': (provider) =>
    provider.charge({ ...request, source: { ...byToken, initiator: 'customer' } }, context),
  'payout to a token': (provider) =>
    provider.payout(
      { amount: money('10.01'), description: 'x', destination: { ...byToken, usage: 'credit' } },
      context,
    ),
};

export const withNeither: Readonly<Record<string, (provider: Paymega) => Promise<unknown>>> = {
  capture: (provider) => provider.capture(step, context),
  void: (provider) => provider.void(step, context),
  refund: (provider) => provider.refund({ payment: 'cpi_1', amount: money('10.01'), reason: 'x' }, context),
  payout: (provider) =>
    provider.payout({ amount: money('10.01'), description: 'x', destination: { kind: 'card', card } }, context),
  lookup: (provider) => provider.lookup({ operation: 'charge', reference: 'attempt-1' }),
  'lookup by id': (provider) => provider.lookup({ operation: 'charge', providerReference: 'cpi_1' }),
  'lookup of a refund': (provider) => provider.lookup({ operation: 'refund', providerReference: 'cpi_1' }),
};
