import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardTokenData } from '../src/index.ts';
import { CardToken } from '../src/index.ts';
import { revealSecret } from '../src/reveal.ts';
import { refusalOf } from './refusal.ts';

const text = fc.string({ minLength: 1, unit: 'binary' }).filter((value) => value.trim() !== '');
const anyToken: fc.Arbitrary<CardTokenData> = fc.oneof(
  fc.record({ provider: text, value: text }),
  fc.record({ provider: text, value: text, customerReference: text }),
);
const stored = new CardToken({ provider: 'paymega', value: 'token-1', customerReference: 'customer-1' }).toStorage();

function storageOf(data: unknown): string {
  return `ducat-token.1.${Buffer.from(JSON.stringify(data)).toString('base64url')}`;
}

describe('a card token', () => {
  test('comes back from storage as it was, whatever characters it is made of', () => {
    fc.assert(
      fc.property(anyToken, (data) => {
        const token = CardToken.fromStorage(new CardToken(data).toStorage());
        expect({ provider: token.provider, value: revealSecret(token.value) }).toEqual({
          provider: data.provider,
          value: data.value,
        });
        expect(token.customerReference).toBe(data.customerReference);
      }),
    );
  });

  test('is not made of blanks, and says which field is', () => {
    for (const field of ['provider', 'value', 'customerReference'] as const) {
      const data = { provider: 'paymega', value: 'token-1', customerReference: 'customer-1', [field]: ' \t' };
      expect(refusalOf(() => new CardToken(data)).issues).toMatchObject([{ path: `token.${field}` }]);
    }
  });

  test('can be bound to a customer afterwards, and is the same token otherwise', () => {
    const loose = new CardToken({ provider: 'paymega', value: 'token-1' });
    expect(loose.forCustomer('customer-1').toStorage()).toBe(stored);
    expect(loose.customerReference).toBeUndefined();
    expect(refusalOf(() => loose.forCustomer('')).issues).toMatchObject([{ path: 'token.customerReference' }]);
  });

  test('is stored as one word that survives a database column, a header and a URL', () => {
    fc.assert(
      fc.property(anyToken, (data) => {
        expect(new CardToken(data).toStorage()).toMatch(/^[A-Za-z0-9._-]+$/);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['a bare token', 'token-1'],
    ['the prefix alone', 'ducat-token.1.'],
    ['another version', stored.replace('.1.', '.2.')],
    ['something cut off', stored.slice(0, -1)],
    ['something added', `${stored}!`],
    ['a newline at the end', `${stored}\n`],
    ['a space within', `${stored.slice(0, 20)} ${stored.slice(20)}`],
    ['text that is not JSON', `ducat-token.1.${Buffer.from('{"provider').toString('base64url')}`],
    ['JSON that is no object', storageOf(null)],
    ['a list', storageOf(['paymega', 'token-1'])],
    ['no value', storageOf({ provider: 'paymega' })],
    ['a number as the value', storageOf({ provider: 'paymega', value: 5 })],
    ['an object as the customer', storageOf({ provider: 'paymega', value: 'token-1', customerReference: {} })],
    ['no string', 5],
    ['an object', { provider: 'paymega', value: 'token-1' }],
    ['undefined', undefined],
  ])('is refused from %s, always with the same error', (_name, value) => {
    const error = refusalOf(() => CardToken.fromStorage(value as string));
    expect(error.toJSON()).toEqual({
      code: 'invalid_request',
      message: 'token: must be a string made by CardToken.toStorage',
      effect: 'none',
      retry: 'never',
      issues: [{ path: 'token', message: 'must be a string made by CardToken.toStorage' }],
      raw: {},
    });
    expect(error.cause).toBeUndefined();
  });

  test('is refused from any other text without quoting it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `ducat-token.1.${rest}`),
        ),
        (value) => {
          expect(refusalOf(() => CardToken.fromStorage(value)).message).toBe(
            'token: must be a string made by CardToken.toStorage',
          );
        },
      ),
    );
  });

  test.each([
    [{ provider: '', value: 'token-1' }, 'token.provider'],
    [{ provider: 'paymega', value: '' }, 'token.value'],
    [{ provider: 5, value: 'token-1' }, 'token.provider'],
    [{ provider: 'paymega', value: 'token-1', customerReference: '' }, 'token.customerReference'],
    [{ provider: 'paymega', value: 'token-1', customerReference: 7 }, 'token.customerReference'],
  ])('made of %o is refused by the path %s', (data, path) => {
    expect(refusalOf(() => new CardToken(data as CardTokenData)).issues).toMatchObject([{ path }]);
  });
});
