import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Writing } from '../src/secret-forms.ts';
import { formsOf } from '../src/secret-forms.ts';
import { tracesIn, writingsOf } from '../src/secret-traces.ts';

const writings: readonly Writing[] = ['letters', 'base64', 'bytes'];

const secrets = fc.oneof(
  fc.string({ minLength: 1, maxLength: 400 }),
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
  fc.stringMatching(/^\d{3,4}$/),
  fc.stringMatching(/^\d{12,19}$/),
  fc.base64String({ minLength: 4, maxLength: 80 }),
);

describe('the traces of a text', () => {
  test('rule out no way in which a secret is written in it, whatever stands around it', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...writings), fc.string(), fc.string(), (secret, writing, before, after) => {
        for (const { beginning } of formsOf(secret, writing)) {
          // A secret that looks the same in this way is found by its letters.
          if (secret.startsWith(beginning) || Array.from(secret).toReversed().join('').startsWith(beginning)) continue;
          expect(writingsOf(secret, tracesIn(before + beginning + after))).toContain(writing);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['plain words', 'Successfully processed: S.0000, The operation was successful.'],
    ['the ids of a transaction', '9f1c2b7e-3d44-4a51-8b1e-0c2d3e4f5a6b cpi_mUrrAHeCnSsdmKJcGp8R 704456'],
  ])('rule out nearly everything in %s', (_what, text) => {
    const traces = tracesIn(text);
    for (const secret of ['4111111111111111', '123', 'sk_live_4eC39HqLyjWDarjtTS'])
      expect(writingsOf(secret, traces)).toEqual([]);
    expect(writingsOf('short', traces)).toEqual(['letters', 'base64']);
  });
});
