import { CardToken, Money } from '@ducat/core';
import type { ZodType } from 'zod';
import { describe, expect, test } from 'vitest';
import { checkRequest, requireOwnToken, schemas } from '../../src/index.ts';
import { refusalOf } from '../refusal.ts';

const amount = Money.of(100n, 'USD');

const right: readonly (readonly [name: string, schema: ZodType, request: object])[] = [
  ['capture', schemas.captureRequest, { authorization: 'cpi_1', amount }],
  ['refund', schemas.refundRequest, { payment: 'cpi_1', amount, reason: 'returned' }],
  ['lookup', schemas.lookupRequest, { operation: 'charge', reference: 'attempt_1' }],
  ['lookup', schemas.lookupRequest, { operation: 'refund', providerReference: 'cpi_1' }],
  [
    'challenge',
    schemas.challengeRequest,
    { continuation: 'ducat-continuation.1.e30', answer: { method: 'POST', body: 'PaRes=a&MD=b' } },
  ],
];

const wrong: readonly (readonly [name: string, schema: ZodType, request: object, path: string])[] = [
  ['capture', schemas.captureRequest, { authorization: '../refunds', amount }, 'authorization'],
  ['capture', schemas.captureRequest, { authorization: 'cpi_1' }, 'amount'],
  ['capture', schemas.captureRequest, { authorization: 'a\r\nb', amount }, 'authorization'],
  ['refund', schemas.refundRequest, { payment: 'cpi/1', amount, reason: 'x' }, 'payment'],
  ['refund', schemas.refundRequest, { payment: 'cpi_1', amount: Money.of(0n, 'USD'), reason: 'x' }, 'amount'],
  ['refund', schemas.refundRequest, { payment: 'cpi_1', amount }, 'reason'],
  ['lookup', schemas.lookupRequest, { operation: 'charge' }, 'reference'],
  ['lookup', schemas.lookupRequest, { operation: 'charge', reference: 'a;b' }, 'reference'],
  ['lookup', schemas.lookupRequest, { operation: 'charge', providerReference: '..' }, 'providerReference'],
  ['lookup', schemas.lookupRequest, { operation: 'unmapped', reference: 'a' }, 'operation'],
  ['challenge', schemas.challengeRequest, {}, 'continuation'],
  ['challenge', schemas.challengeRequest, { continuation: 'a', answer: { method: 'PUT' } }, 'answer.method'],
  [
    'challenge',
    schemas.challengeRequest,
    { continuation: 'a', answer: { method: 'POST', body: 'a'.repeat(65_537) } },
    'answer.body',
  ],
];

describe('the request to', () => {
  test.each(right)('%s is taken when it is right', (_name, schema, request) => {
    expect(() => checkRequest(schema, request)).not.toThrow();
  });

  test.each(right)('%s is refused with a field that nobody knows', (_name, schema, request) => {
    const error = refusalOf(() => checkRequest(schema, { ...request, extra: 1 }));
    expect(error.issues.map(({ path }) => path)).toEqual(['extra']);
  });

  test.each(wrong)('%s is refused for exactly the field that is wrong', (_name, schema, request, path) => {
    const error = refusalOf(() => checkRequest(schema, request));
    expect(error.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error.issues[0]?.message).not.toBe('');
  });
});

describe('a token', () => {
  test('goes to the provider that issued it and to no other', () => {
    const token = new CardToken({ provider: 'paymega', value: 'v' });
    const source = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } as const;
    expect(() => requireOwnToken(source, 'paymega', 'source')).not.toThrow();
    expect(refusalOf(() => requireOwnToken(source, 'paycross', 'source'))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
      issues: [{ path: 'source.token' }],
    });
  });
});
