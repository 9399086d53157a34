import { describe, expect, test } from 'vitest';
import { Secret } from '../src/index.ts';
import * as index from '../src/index.ts';
import * as door from '../src/reveal.ts';
import { refusalOf } from './refusal.ts';

describe('a secret', () => {
  test('is revealed by one function, which the package root does not export', () => {
    expect(door.revealSecret(new Secret('key'))).toBe('key');
    expect(Object.keys(door)).toEqual(['revealSecret']);
    expect(Object.keys(index)).not.toContain('revealSecret');
  });

  test('equals a secret of the same value and no other', () => {
    expect(new Secret('key').equals(new Secret('key', '***'))).toBe(true);
    expect(new Secret('key').equals(new Secret('Key'))).toBe(false);
  });

  test.each([[''], [' '], ['\n'], [undefined], [null], [5], [['key']]])('cannot be made of %o', (value) => {
    expect(refusalOf(() => new Secret(value as string)).issues).toEqual([
      { path: 'secret', message: 'must be a string that is not blank' },
    ]);
  });
});
