import { Secret } from '@ducat/core';
import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalBase64, invalidSignature, isBasicAuthorization, isDigestAround, onlyHeader } from '../src/index.ts';
import { refusalOf } from './refusal.ts';

const key = new Secret('private-key');
const body = Buffer.from('{"status":"processed","amount":"10.50"}\n', 'utf8');
const digestOf = (secret: string, bytes: Uint8Array): string =>
  createHash('sha1').update(secret).update(bytes).update(secret).digest('base64');
const header = digestOf('private-key', body);

const isNoBlank = (text: string): boolean => text.trim() !== '';

describe('a digest with the key around the body', () => {
  test('is authentic for exactly these bytes and this key', () => {
    expect(isDigestAround('sha1', key, body, header)).toBe(true);
    expect(isDigestAround('sha1', new Secret('private-kez'), body, header)).toBe(false);
    expect(isDigestAround('sha1', key, Buffer.alloc(0), digestOf('private-key', Buffer.alloc(0)))).toBe(true);
  });

  test('is of bytes, whatever they mean', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string().filter(isNoBlank), (bytes, secret) => {
        expect(isDigestAround('sha1', new Secret(secret), bytes, digestOf(secret, bytes))).toBe(true);
      }),
    );
  });

  test('is refused after a change of any single byte of the body', () => {
    for (let position = 0; position < body.length; position += 1) {
      for (const change of [1, 0x20, 0x80]) {
        const changed = Buffer.from(body);
        changed[position] = (changed[position] ?? 0) ^ change;
        expect(isDigestAround('sha1', key, changed, header)).toBe(false);
      }
    }
  });

  test('is refused after a change, loss or doubling of any single character of the header', () => {
    for (let position = 0; position < header.length; position += 1) {
      const [before, at, after] = [header.slice(0, position), header[position] ?? '', header.slice(position + 1)];
      const others = ['A', 'B', '/', '=', ' ', 'é', '\n', at.toLowerCase(), at.toUpperCase()].filter(
        (other) => other !== at,
      );
      for (const changed of [
        ...others.map((other) => before + other + after),
        before + after,
        before + at + at + after,
      ]) {
        expect(isDigestAround('sha1', key, body, changed)).toBe(false);
      }
    }
  });

  test('is refused in every other form of the same bytes', () => {
    const bytes = Buffer.from(header, 'base64');
    for (const form of [
      '',
      ' ',
      `${header} `,
      ` ${header}`,
      `${header}\n`,
      `"${header}"`,
      `sha1=${header}`,
      `${header},${header}`,
      `${header}, ${header}`,
      header.replace(/=+$/, ''),
      `${header}=`,
      bytes.toString('hex'),
      bytes.toString('latin1'),
      bytes.toString('base64url'),
      header.slice(0, 8),
      `${header}AAAA`,
      Buffer.concat([bytes, bytes]).toString('base64'),
      'undefined',
      'null',
      '\u0000',
    ].filter((form) => form !== header)) {
      expect(isDigestAround('sha1', key, body, form)).toBe(false);
    }
  });

  test('never lets the key and the body be cut apart otherwise', () => {
    expect(isDigestAround('sha1', new Secret('ab'), Buffer.from('cab'), digestOf('abc', Buffer.from('ab')))).toBe(
      false,
    );
  });

  test('is refused, and never throws, for any header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isDigestAround('sha1', key, body, text)).toBe(false);
      }),
    );
  });
});

describe('canonical base64', () => {
  test('is what the encoder writes, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(Buffer.from(canonicalBase64(text) ?? [])).toEqual(Buffer.from(bytes));
        for (const other of [`${text}\n`, `${text}=`, text.replaceAll('=', '') || ' ', text.replaceAll('/', '_')]) {
          expect(other === text || canonicalBase64(other) === undefined).toBe(true);
        }
      }),
    );
  });

  test('has no spare bits set: "QQ==" is a byte and "QR==" is nothing', () => {
    expect(canonicalBase64('QQ==')).toBeDefined();
    expect(canonicalBase64('QR==')).toBeUndefined();
  });
});

describe('a header', () => {
  test('is found whatever the case of its name is', () => {
    expect(onlyHeader({ 'X-SIGNATURE': 'a', other: 'b' }, 'x-signature')).toBe('a');
    expect(onlyHeader({ 'x-signature': ['a'] }, 'X-Signature')).toBe('a');
  });

  test.each([
    ['is missing', {}],
    ['has no value', { 'x-signature': undefined }],
    ['has a list of no values', { 'x-signature': [] }],
    ['has two values', { 'x-signature': ['a', 'b'] }],
    ['has the same value twice', { 'x-signature': ['a', 'a'] }],
    ['comes under two names', { 'x-signature': 'a', 'X-Signature': 'a' }],
    ['is another one', { 'x-signature-2': 'a', xsignature: 'a' }],
    ['is a number that a framework made of it', { 'x-signature': 7 }],
    ['is a list of anything but text', { 'x-signature': [{}] }],
  ])('that %s is none', (_name, headers) => {
    expect(onlyHeader(headers as Record<string, string>, 'x-signature')).toBeUndefined();
  });

  test('is never one of the prototype', () => {
    expect(onlyHeader({}, 'constructor')).toBeUndefined();
    expect(onlyHeader(Object.create({ 'x-signature': 'a' }) as Record<string, string>, 'x-signature')).toBeUndefined();
  });
});

describe('Basic credentials', () => {
  const password = new Secret('pass:wörd');
  const right = `Basic ${Buffer.from('shop:pass:wörd').toString('base64')}`;

  test('are those of the shop letter for letter, or refused', () => {
    expect(isBasicAuthorization(right, 'shop', password)).toBe(true);
    for (let position = 0; position < right.length; position += 1) {
      expect(isBasicAuthorization(`${right.slice(0, position)}~${right.slice(position + 1)}`, 'shop', password)).toBe(
        false,
      );
      expect(isBasicAuthorization(right.slice(0, position), 'shop', password)).toBe(false);
    }
    for (const other of [
      '',
      'Basic',
      'Basic ',
      `${right} `,
      `${right}, ${right}`,
      right.replace('Basic', 'basic'),
      right.replace('Basic', 'Bearer'),
    ]) {
      expect(isBasicAuthorization(other, 'shop', password)).toBe(false);
    }
    expect(isBasicAuthorization(right, 'Shop', password)).toBe(false);
    expect(isBasicAuthorization(right, 'shop', new Secret('pass'))).toBe(false);
  });
});

describe('the refusal of a webhook', () => {
  test('says that nothing happened and whose message it was', () => {
    const error = refusalOf(() => {
      throw invalidSignature('paymega', 'the header X-Signature is missing');
    });
    expect(error).toMatchObject({ code: 'invalid_signature', effect: 'none', retry: 'never', provider: 'paymega' });
  });
});
