import { inspect } from 'node:util';
import { Card, CardToken, Money } from '@ducat/core';
import * as schemas from '@ducat/validation/schemas';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { z } from 'zod';

const details = {
  amount: Money.of(1050n, 'EUR'),
  description: 'A hat',
  customer: { reference: 'c-1', email: 'jane@shop.test', ipAddress: '127.0.0.1', metadata: { since: '2020' } },
  language: 'en',
  returnUrl: 'https://shop.test/back',
  webhookUrl: 'https://shop.test/hook',
  metadata: { order: '1' },
  providerOptions: { paymega: { service: 'x' } },
};
const billingAddress = { firstName: 'Jane', country: 'US', state: 'NY', postalCode: '10115' };
const browser = { acceptHeader: '*/*', javaEnabled: true, screenWidth: 100, timeZoneOffset: -60 };
const card = new Card({ number: '4111111111111111', expiryMonth: 1, expiryYear: 2031 });
const token = new CardToken({ provider: 'paymega', value: 'v' });
const byToken = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' };
const payment = { ...details, billingAddress, browser, source: { kind: 'card', card } };

const requests: readonly (readonly [name: string, schema: ZodType, request: object])[] = [
  ['charge', schemas.chargeRequest, { ...payment, storeCard: { usage: ['recurring'] } }],
  ['authorization', schemas.authorizeRequest, { ...payment, source: byToken, partialCapture: true }],
  ['tokenization', schemas.tokenizeRequest, { ...payment, usage: ['credit'], onPayment: 'allow' }],
  ['payout', schemas.payoutRequest, { amount: details.amount, destination: byToken, description: 'prize' }],
  ['challenge answer', schemas.challengeAnswer, { method: 'POST', query: 'a=b', body: 'PaRes=a&MD=b' }],
];

/** The request with one of its fields, however deep, replaced, added or taken out. */
function changed(request: object): fc.Arbitrary<object> {
  const names = Object.keys(request);
  const value = fc.oneof(fc.anything(), fc.constantFrom(undefined, null, '', 0, {}, [], 'x'.repeat(300), '__proto__'));
  const here = fc
    .tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value, fc.boolean())
    .map(([name, other, isOut]) =>
      isOut
        ? Object.fromEntries(Object.entries(request).filter(([key]) => key !== name))
        : { ...request, [name]: other },
    );
  const deeper = names.flatMap((name) => {
    const inner: unknown = request[name as never];
    const isPlain = typeof inner === 'object' && inner !== null && Object.getPrototypeOf(inner) === Object.prototype;
    return isPlain ? [changed(inner as object).map((other) => ({ ...request, [name]: other }))] : [];
  });
  return fc.oneof(here, ...deeper);
}

describe('a compiled schema', () => {
  test.each(requests)('says of every %s what the schema itself says', (_name, schema, request) => {
    const fast = schemas.compiled(schema);
    expect(fast.safeParse(request)).toEqual(schema.safeParse(request));
    expect(fast.safeParse(request).success).toBe(true);
    fc.assert(
      fc.property(changed(request), (other) => {
        const [quick, slow] = [fast.safeParse(other), schema.safeParse(other)];
        expect(quick.success).toBe(slow.success);
        // The order of the fields as well: fingerprints rest on it.
        expect(inspect(quick.data, { depth: 9 })).toBe(inspect(slow.data, { depth: 9 }));
        expect(quick.error?.issues).toEqual(slow.error?.issues);
      }),
      { numRuns: 500 },
    );
  });

  test.each(requests)(
    'is not the schema of the %s itself: nothing in it has to be left to the slower way',
    (_name, schema) => {
      expect(schemas.compiled(schema)).not.toBe(schema);
      expect(() => z.compile(schema, { strict: true })).not.toThrow();
    },
  );

  test('is made once', () => {
    expect(schemas.compiled(schemas.chargeRequest)).toBe(schemas.compiled(schemas.chargeRequest));
  });

  describe('where no code may be generated', () => {
    afterEach(() => z.config({ jitless: false }));

    test('is the schema itself', () => {
      z.config({ jitless: true });
      const schema = z.object({ id: z.string() });
      expect(schemas.compiled(schema)).toBe(schema);
    });
  });
});
