import { Secret } from '@ducat/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeForm } from '../src/index.ts';

test('a form has every field that is there, whatever it contains, and none that is not', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined })),
      (fields) => {
        const read = Object.fromEntries(new URLSearchParams(encodeForm(fields).text));
        const present = Object.entries(fields).filter(([, value]) => value !== undefined);
        expect(read).toEqual(Object.fromEntries(present));
      },
    ),
  );
});

test('a form has integers digit by digit', () => {
  expect(encodeForm({ amount: 9_007_199_254_740_993n }).text).toBe('amount=9007199254740993');
});

test('a secret stands in a form in the clear, and is told as it is and as it is written', () => {
  const { text, secrets } = encodeForm({ key: new Secret('a b/ö') });
  expect(text).toBe('key=a+b%2F%C3%B6');
  expect(secrets).toEqual(expect.arrayContaining(['a b/ö', 'a+b%2F%C3%B6']));
});

test.each([1, true, null, {}, [], new Date(0), Symbol('x')])('a form has no place for %s', (value) => {
  expect(() => encodeForm({ value })).toThrow(TypeError);
});
