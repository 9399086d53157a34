import { Secret } from '@ducat/core';
import type * as Crypto from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const compared = vi.hoisted((): number[] => []);

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof Crypto>();
  const timingSafeEqual = (left: Uint8Array, right: Uint8Array): boolean => {
    compared.push(left.length);
    return crypto.timingSafeEqual(left, right);
  };
  return { ...crypto, timingSafeEqual };
});

const { isBasicAuthorization, isDigestAround } = await import('../src/index.ts');

describe('secrets are compared in constant time (defect 19)', () => {
  beforeEach(() => {
    compared.length = 0;
  });

  test('when a digest of the right length is wrong in its first byte', () => {
    expect(isDigestAround('sha1', new Secret('key'), Buffer.from('body'), Buffer.alloc(20, 1).toString('base64'))).toBe(
      false,
    );
    expect(compared).toEqual([20]);
  });

  test('when credentials are wrong, whatever their length', () => {
    for (const header of ['', 'Basic a', `Basic ${'a'.repeat(500)}`]) {
      expect(isBasicAuthorization(header, 'shop', new Secret('password'))).toBe(false);
    }
    expect(compared).toEqual([32, 32, 32]);
  });
});
