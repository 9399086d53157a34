import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAttemptReference } from '../src/index.ts';

describe('an attempt reference', () => {
  test('may be any 1 to 64 letters, digits, dashes and underscores', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/), (text) => isAttemptReference(text)));
  });

  test('passes through a URL path and a header unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(isAttemptReference(text));
        expect(new URL(`https://provider.example/transactions/${text}`).pathname).toBe(`/transactions/${text}`);
        expect(new Headers({ 'request-id': text }).get('request-id')).toBe(text);
      }),
      { examples: [['a'], ['order-1_2'], ['Z'.repeat(64)]], numRuns: 3 },
    );
  });

  test.each([
    [''],
    ['a'.repeat(65)],
    ['a b'],
    ['a;b'],
    ['a/b'],
    ['..'],
    ['a.b'],
    ['a\n'],
    ['é'],
    ['a%20b'],
    [5],
    [null],
    [undefined],
    [['a']],
  ])('cannot be %j', (value) => {
    expect(isAttemptReference(value)).toBe(false);
  });
});
