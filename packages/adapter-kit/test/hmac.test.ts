import { Secret } from '@ducat/core';
import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalHexadecimal, isHmacSha256 } from '../src/index.ts';

const key = new Secret('key');
const body = Buffer.from('{"paid":true}');
const digest = createHmac('sha256', 'key').update('1700000000.').update(body).digest();

describe('an HMAC', () => {
  test('is over all parts, text and bytes, one after the other', () => {
    expect(isHmacSha256(key, ['1700000000.', body], digest)).toBe(true);
    expect(isHmacSha256(key, ['1700000000', '.', body], digest)).toBe(true);
    expect(isHmacSha256(key, [body], digest)).toBe(false);
    expect(isHmacSha256(key, ['1700000001.', body], digest)).toBe(false);
    expect(isHmacSha256(new Secret('kez'), ['1700000000.', body], digest)).toBe(false);
  });

  test('of another length, or none, is refused and never throws', () => {
    for (const received of [undefined, new Uint8Array(0), digest.subarray(1), Buffer.concat([digest, digest])]) {
      expect(isHmacSha256(key, ['1700000000.', body], received)).toBe(false);
    }
  });

  test('is refused with any bit changed', () => {
    fc.assert(
      fc.property(fc.nat(255), (bit) => {
        const changed = Buffer.from(digest);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(isHmacSha256(key, ['1700000000.', body], changed)).toBe(false);
      }),
    );
  });
});

describe('canonical hexadecimal', () => {
  test('is what the encoder writes, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const text = Buffer.from(bytes).toString('hex');
        expect(Buffer.from(canonicalHexadecimal(text) ?? [])).toEqual(Buffer.from(bytes));
        for (const other of [
          `${text}0`,
          `${text} `,
          ` ${text}`,
          `${text}\n`,
          `0x${text}`,
          `${text}g1`,
          text.slice(1),
        ]) {
          expect(canonicalHexadecimal(other)).toBeUndefined();
        }
      }),
    );
    expect(canonicalHexadecimal('AB')).toBeUndefined();
    expect(canonicalHexadecimal('')).toBeUndefined();
  });
});
