import { Card, CardToken, Money } from '@ducat/core';
import { issuesOf } from '@ducat/validation';
import * as schemas from '@ducat/validation/schemas';
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';

const amount = Money.of(100n, 'USD');
const card = new Card({ number: '4111111111111111', expiryMonth: 1, expiryYear: 2031 });
const cardSource = { kind: 'card', card };
const token = new CardToken({ provider: 'paymega', value: 'v' });
const tokenSource = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' };
const payment = { amount, description: 'Order 1' };
const polluting: unknown = JSON.parse('{"__proto__":{"polluted":true}}');

const right: readonly (readonly [name: string, schema: ZodType, request: object])[] = [
  ['charge', schemas.chargeRequest, { ...payment, source: tokenSource }],
  [
    'charge',
    schemas.chargeRequest,
    { ...payment, source: { kind: 'hosted' }, storeCard: { usage: ['recurring', 'oneclick'] } },
  ],
  ['authorize', schemas.authorizeRequest, { ...payment, source: cardSource, partialCapture: true }],
  ['tokenize', schemas.tokenizeRequest, { ...payment, source: cardSource, usage: ['credit'], onPayment: 'allow' }],
  ['payout', schemas.payoutRequest, { amount, destination: tokenSource, description: 'prize' }],
  ['answer', schemas.challengeAnswer, { method: 'POST', body: 'PaRes=a&MD=b' }],
];

const wrong: readonly (readonly [name: string, schema: ZodType, request: object, path: string])[] = [
  ['charge', schemas.chargeRequest, { ...payment }, 'source'],
  ['charge', schemas.chargeRequest, { ...payment, source: cardSource, storeCard: { usage: [] } }, 'storeCard.usage'],
  [
    'charge',
    schemas.chargeRequest,
    { ...payment, source: { kind: 'card', card: { number: '4111111111111111' } } },
    'source.card',
  ],
  ['charge', schemas.chargeRequest, { ...payment, source: { ...tokenSource, token: 'v' } }, 'source.token'],
  [
    'charge',
    schemas.chargeRequest,
    { ...payment, source: { ...tokenSource, securityCode: '987' } },
    'source.securityCode',
  ],
  [
    'charge',
    schemas.chargeRequest,
    { ...payment, source: { ...tokenSource, initiator: undefined } },
    'source.initiator',
  ],
  ['charge', schemas.chargeRequest, { ...payment, source: cardSource, partialCapture: true }, 'partialCapture'],
  ['charge', schemas.chargeRequest, { ...payment, description: 'a'.repeat(256), source: cardSource }, 'description'],
  ['charge', schemas.chargeRequest, { ...payment, source: cardSource, language: 'english' }, 'language'],
  [
    'charge',
    schemas.chargeRequest,
    { ...payment, source: cardSource, metadata: { [`${'k'.repeat(256)}`]: 'v' } },
    `metadata.${'k'.repeat(256)}`,
  ],
  [
    'charge',
    schemas.chargeRequest,
    { ...payment, source: cardSource, browser: { timeZoneOffset: 900 } },
    'browser.timeZoneOffset',
  ],
  ['tokenize', schemas.tokenizeRequest, { ...payment, source: tokenSource, usage: ['recurring'] }, 'source.kind'],
  ['tokenize', schemas.tokenizeRequest, { ...payment, source: cardSource }, 'usage'],
  ['payout', schemas.payoutRequest, { amount, destination: { kind: 'hosted' }, description: 'x' }, 'destination.kind'],
  ['charge', schemas.chargeRequest, { ...payment, source: cardSource, providerOptions: 'fast' }, 'providerOptions'],
  ['charge', schemas.chargeRequest, { ...payment, source: cardSource, providerOptions: polluting }, 'providerOptions'],
  ['answer', schemas.challengeAnswer, { method: 'GET', query: 'a'.repeat(65_537) }, 'query'],
];

/** What is wrong by its path. */
function wrongIn(schema: ZodType, request: object): Record<string, string> {
  const { error } = schema.safeParse(request);
  const issues = error === undefined ? [] : issuesOf(error, 'request');
  return Object.fromEntries(issues.map(({ path, message }) => [path, message]));
}

describe('a request', () => {
  test.each(right)('to %s is taken when it is right', (_name, schema, request) => {
    expect(wrongIn(schema, request)).toEqual({});
  });

  test.each(right)('to %s is refused with a field that nobody knows', (_name, schema, request) => {
    expect(wrongIn(schema, { ...request, extra: 1 })).toEqual({ extra: 'is not a known field; check its spelling' });
  });

  test.each(wrong)('to %s is refused for exactly the field that is wrong', (_name, schema, request, path) => {
    expect(wrongIn(schema, request)).toEqual({ [path]: expect.stringMatching(/./) });
  });

  test('is refused for a wrong text and for what its fields have to do with each other at once', () => {
    const compared = schemas.chargeRequest.superRefine((_request, issues) =>
      issues.addIssue({ code: 'custom', path: ['source'], message: 'does not go with the rest' }),
    );
    const texts = { description: '', language: 'english', returnUrl: 'here' };
    const more = { customer: { email: 'jane', ipAddress: 'here' }, billingAddress: { country: 'ua' } };
    expect(Object.keys(wrongIn(compared, { ...payment, ...texts, ...more, source: cardSource })).sort()).toEqual([
      'billingAddress.country',
      'customer.email',
      'customer.ipAddress',
      'description',
      'language',
      'returnUrl',
      'source',
    ]);
    // Fields of another type are not compared: whoever compares may rely on types.
    expect(Object.keys(wrongIn(compared, { ...payment, description: 5, source: cardSource }))).toEqual(['description']);
  });
});
