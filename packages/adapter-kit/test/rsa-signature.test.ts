import type { KeyObject } from 'node:crypto';
import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isRsaSha256Signature, rsaPublicKey } from '../src/index.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const der = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64');
const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString();
const body = Buffer.from('{"transaction":{"status":"successful","amount":1050}}', 'utf8');
const header = sign('sha256', body, pair.privateKey).toString('base64');

function keyOf(text: string): KeyObject {
  const key = rsaPublicKey(text);
  if (key === undefined) throw new Error('no key');
  return key;
}

describe('an RSA public key', () => {
  test('is read from base64 and from PEM', () => {
    for (const text of [
      der(pair.publicKey),
      pem(pair.publicKey),
      `\n${pem(pair.publicKey)}\n`,
      pair.publicKey.export({ format: 'pem', type: 'pkcs1' }).toString(),
    ]) {
      expect(isRsaSha256Signature(keyOf(text), body, header)).toBe(true);
    }
  });

  test.each([
    ['nothing', ''],
    ['a space', ' '],
    ['no base64', 'not a key'],
    ['an unfinished PEM', '-----BEGIN PUBLIC KEY-----'],
    ['a key of 1,024 bits', der(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)],
    ['a key of 2,047 bits', der(generateKeyPairSync('rsa', { modulusLength: 2047 }).publicKey)],
    ['an elliptic curve', der(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)],
    ['Ed25519', pem(generateKeyPairSync('ed25519').publicKey)],
    ['RSA-PSS', pem(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey)],
    ['a private key', pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
    ['a private key in the older form', pair.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString()],
    ['a private key in base64', pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')],
    ['a key that is cut off', der(pair.publicKey).slice(0, 200)],
  ])('is not made of %s', (_name, text) => {
    expect(rsaPublicKey(text)).toBeUndefined();
  });
});

describe('an RSA signature over the body', () => {
  const key = keyOf(der(pair.publicKey));

  test('is authentic for exactly these bytes and this key', () => {
    expect(isRsaSha256Signature(key, body, header)).toBe(true);
    expect(isRsaSha256Signature(keyOf(der(other.publicKey)), body, header)).toBe(false);
    expect(isRsaSha256Signature(key, Buffer.alloc(0), header)).toBe(false);
  });

  test('is refused after a change of any single byte of the body', () => {
    for (let position = 0; position < body.length; position += 1) {
      const changed = Buffer.from(body);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(isRsaSha256Signature(key, changed, header)).toBe(false);
    }
  });

  test('is refused after a change or loss of any single character of the header', () => {
    for (let position = 0; position < header.length; position += 1) {
      const at = header[position];
      const [before, after] = [header.slice(0, position), header.slice(position + 1)];
      expect(isRsaSha256Signature(key, body, before + (at === 'A' ? 'B' : 'A') + after)).toBe(false);
      expect(isRsaSha256Signature(key, body, before + after)).toBe(false);
    }
  });

  test.each([
    ['nothing', ''],
    ['a line break after it', `${header}\n`],
    ['line breaks within', header.replace(/.{64}/g, '$&\n')],
    ['no padding', header.replace(/=+$/, '')],
    ['base64url', Buffer.from(header, 'base64').toString('base64url')],
    ['hexadecimal', Buffer.from(header, 'base64').toString('hex')],
    ['two of them', `${header},${header}`],
    ['SHA-1', sign('sha1', body, pair.privateKey).toString('base64')],
    ['SHA-512', sign('sha512', body, pair.privateKey).toString('base64')],
    [
      'PSS padding',
      sign('sha256', body, { key: pair.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING }).toString('base64'),
    ],
    ['another key', sign('sha256', body, other.privateKey).toString('base64')],
    ['zeros', Buffer.alloc(256).toString('base64')],
    ['something longer', Buffer.concat([Buffer.from(header, 'base64'), Buffer.alloc(1)]).toString('base64')],
  ])('is refused as %s', (_name, form) => {
    expect(isRsaSha256Signature(key, body, form)).toBe(false);
  });
});
