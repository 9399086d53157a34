import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifier, pathSegment } from '../src/index.ts';
import { refusalOf } from './refusal.ts';

const good = ['cpi_IPEphq1XwInHNOpH', 'e89abc1a-1d18-4d0f-83a1-7009b333dce0', 'a', '1', '-', '_', 'x'.repeat(128)];
const bad = [
  '',
  ' ',
  '.',
  '..',
  '../x',
  '%2e%2e',
  '%2E%2E',
  '..%2f',
  'a/b',
  'a\\b',
  'a?b',
  'a#b',
  'a;b',
  'a:b',
  'a@b',
  'a b',
  'a.b',
  'a\r\nb',
  'a\n',
  '\na',
  'a\0',
  'é',
  'а',
  '１',
  'x'.repeat(129),
  '{id}',
  '*',
];

describe('an id in a path', () => {
  test.each(good)('may be %s', (id) => {
    expect(pathSegment(id, 'payment')).toBe(id);
    expect(identifier.safeParse(id).success).toBe(true);
  });

  test.each(bad)('is never %j, given or received', (id) => {
    expect(refusalOf(() => pathSegment(id, 'payment'))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
      issues: [{ path: 'payment' }],
    });
    expect(identifier.safeParse(id).success).toBe(false);
  });

  test.each([undefined, null, 1, {}, ['a'], { toString: () => 'a' }])('is a string: %j', (id) => {
    expect(refusalOf(() => pathSegment(id as string, 'payment')).code).toBe('invalid_request');
    expect(identifier.safeParse(id).success).toBe(false);
  });

  test('is not quoted when it is refused', () => {
    expect(refusalOf(() => pathSegment('4111 1111 1111 1111', 'payment')).message).not.toMatch(/\d/);
  });

  test('stays where it is put, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        if (!identifier.safeParse(id).success) return;
        expect(new URL(`/a/${id}/b`, 'https://host').pathname).toBe(`/a/${id}/b`);
      }),
    );
  });
});
