import type { DucatError } from '@ducat/core';
import { Card, CardToken, Money, Secret } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { checkRequest, schemas } from '../../src/index.ts';
import { refusalOf } from '../refusal.ts';

const pan = '4111111111111111';
const card = new Card({ number: pan, expiryMonth: 1, expiryYear: 2031, securityCode: '987' });
const charge = { amount: Money.of(100n, 'USD'), description: 'Order 1', source: { kind: 'card', card } };
const issuesOf = (
  request: unknown,
  schema: z.ZodType = schemas.chargeRequest,
): readonly (readonly [string, string])[] =>
  refusalOf(() => checkRequest(schema, request)).issues.map(({ path, message }) => [path, message]);
const pathsOf = (request: unknown, schema?: z.ZodType): string[] =>
  issuesOf(request, schema)
    .map(([path]) => path)
    .sort();

function refusalsOf(act: () => void): DucatError[] {
  try {
    act();
    return [];
  } catch (error) {
    return [error as DucatError];
  }
}

describe('a wrong request', () => {
  test('of which everything is wrong is told of in a message that fits into a log', () => {
    const unknown = Object.fromEntries(Array.from({ length: 50_000 }, (_, number) => [`field ${number}`, number]));
    const error = refusalOf(() => checkRequest(schemas.chargeRequest, { ...charge, ...unknown }));
    expect(error.issues).toHaveLength(100);
    expect(error.message).toContain('field 0: is not a known field');
    expect(error.message).toMatch(/; and more$/);
    expect(error.message.length).toBeLessThan(2000);
  });

  test('whose metadata has a field __proto__ is refused, whatever the field holds', () => {
    const metadata = JSON.parse('{"order":"7","__proto__":{"polluted":true}}') as unknown;
    expect(issuesOf({ ...charge, metadata })).toEqual([['metadata', 'must not have a field __proto__']]);
  });

  test.each(['a=1\r\nHost: evil.example', 'a b', 'a=\u0457', '\u0000'])(
    'with a query that no browser sent is refused: %j',
    (query) => {
      const request = { continuation: 'x', answer: { method: 'GET', query } };
      expect(pathsOf(request, schemas.challengeRequest)).toEqual(['answer.query']);
    },
  );

  test('is refused once, with every wrong field by its path, in the message too', () => {
    const request = {
      ...charge,
      amount: 10.5,
      description: '',
      customer: { email: 'nobody', ipAddress: '1.2.3', birthDate: '31.12.1990', metadata: { order: 7 } },
      billingAddress: { country: 'Ukraine' },
      browser: { colorDepth: -1, deviceChannel: '04' },
      returnUrl: '/back',
      storeCard: { usage: ['always'] },
      threeDSecure: { termUrl: 'javascript:alert(1)' },
    };
    const error = refusalOf(() => checkRequest(schemas.chargeRequest, request));
    const paths = error.issues.map(({ path }) => path).sort();
    expect(error).toMatchObject({ code: 'invalid_request', effect: 'none', retry: 'never' });
    expect(paths).toEqual([
      'amount',
      'billingAddress.country',
      'browser.colorDepth',
      'browser.deviceChannel',
      'customer.birthDate',
      'customer.email',
      'customer.ipAddress',
      'customer.metadata.order',
      'description',
      'returnUrl',
      'storeCard.usage.0',
      'threeDSecure.termUrl',
    ]);
    for (const { path, message } of error.issues) expect(error.message).toContain(`${path}: ${message}`);
  });

  test('is told the names of fields that nobody knows, at any depth', () => {
    const request = {
      ...charge,
      ammount: 1,
      source: { kind: 'card', card, cvv: '987' },
      customer: { firstName: 'A', lastname: 'B' },
    };
    expect(issuesOf(request)).toEqual(
      expect.arrayContaining([
        ['ammount', 'is not a known field; check its spelling'],
        ['source.cvv', 'is not a known field; check its spelling'],
        ['customer.firstName', 'is not a known field; check its spelling'],
        ['customer.lastname', 'is not a known field; check its spelling'],
      ]),
    );
  });

  test.each([undefined, null, 'text', 7, [], new Map()])('is refused as a whole when it is %j', (request) => {
    expect(refusalOf(() => checkRequest(schemas.chargeRequest, request)).code).toBe('invalid_request');
  });

  test('is told what kinds of source there are', () => {
    for (const source of [{ kind: pan }, {}, pan, undefined, { kind: 'card ' }]) {
      const error = refusalOf(() => checkRequest(schemas.chargeRequest, { ...charge, source }));
      expect(error.message).toMatch(/source.*: must be an object with kind: card, token or hosted/);
    }
  });

  test('is never quoted, wherever a card number was put by mistake', () => {
    const misplaced = [
      pan,
      Number(pan),
      { [pan]: pan },
      [pan],
      { kind: pan },
      { kind: 'card', card: pan },
      { kind: 'card', card: { number: pan } },
      { kind: 'token', token: pan, usage: pan },
    ];
    const fields = [
      'amount',
      'description',
      'source',
      'customer',
      'browser',
      'language',
      'returnUrl',
      'metadata',
      'testMode',
      'providerOptions',
      'storeCard',
      pan,
    ];
    const tried = fields.flatMap((field) => misplaced.map((value) => ({ ...charge, [field]: value })));
    const refused = tried.flatMap((request) => refusalsOf(() => checkRequest(schemas.chargeRequest, request)));
    expect(refused.length).toBeGreaterThan(70);
    for (const { message, stack, issues } of refused)
      expect(message + stack + JSON.stringify(issues)).not.toContain(pan);
  });
});

describe('a right request', () => {
  test('is left as it is, with its cards, tokens, secrets and amounts', () => {
    const token = new CardToken({ provider: 'p', value: 'v' });
    const source = { kind: 'token', token, usage: 'oneclick', initiator: 'customer', securityCode: new Secret('987') };
    const request = Object.freeze({ ...charge, source: Object.freeze(source) });
    expect(() => checkRequest(schemas.chargeRequest, request)).not.toThrow();
    expect(request.source.token).toBe(token);
  });

  test('may carry options for any number of providers', () => {
    expect(() =>
      checkRequest(schemas.chargeRequest, { ...charge, providerOptions: { paymega: { service: 'x' }, other: 7 } }),
    ).not.toThrow();
  });

  test('may leave out what is optional, also as undefined', () => {
    expect(() =>
      checkRequest(schemas.chargeRequest, { ...charge, customer: undefined, language: undefined }),
    ).not.toThrow();
  });
});

describe('an amount', () => {
  test.each([
    ['zero', Money.of(0n, 'USD')],
    ['less than zero', Money.of(-1n, 'USD')],
    ['a number', 100],
    ['a bigint', 100n],
    ['a text', '1.00 USD'],
    ['what only looks like it', { minorUnits: 100n, currency: 'USD' }],
    ['missing', undefined],
  ])('is not %s', (_name, amount) => {
    expect(pathsOf({ ...charge, amount })).toEqual(['amount']);
  });
});
