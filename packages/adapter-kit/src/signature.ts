import type { Secret } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { revealSecret } from '@ducat/core/reveal';
import type { KeyObject } from 'node:crypto';
import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';

/** Why a webhook was refused. The message is for the merchant's logs; tell the sender nothing. */
export function invalidSignature(provider: string, message: string): DucatError {
  return new DucatError({ code: 'invalid_signature', message, effect: 'none', provider });
}

/** The only value of a header, whatever the case of its name; `undefined` when it is missing or there are several. */
export function onlyHeader(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  name: string,
): string | undefined {
  const values = Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, value]) => value ?? []);
  const [only, ...others] = values as unknown[];
  // A framework may have put in numbers or anything else; what is no text cannot be a signature.
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}

/** Bytes of a canonical base64 string: standard alphabet, padded, no spaces; `undefined` for anything else. */
export function canonicalBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : undefined;
}

/** Bytes of a canonical hexadecimal string: lower case, two digits a byte; `undefined` for anything else. */
export function canonicalHexadecimal(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'hex');
  return text !== '' && bytes.toString('hex') === text ? bytes : undefined;
}

/**
 * Whether the bytes are the HMAC-SHA256 of all parts one after the other. Compares in constant time; nothing received is
 * a refusal.
 */
export function isHmacSha256(
  key: Secret,
  parts: readonly (string | Uint8Array)[],
  received: Uint8Array | undefined,
): boolean {
  const hmac = createHmac('sha256', revealSecret(key));
  for (const part of parts) hmac.update(part);
  const expected = hmac.digest();
  return received !== undefined && received.length === expected.length && timingSafeEqual(received, expected);
}

/** Whether the header is the base64 of `digest(key + body + key)`. Compares in constant time. */
export function isDigestAround(algorithm: 'sha1', key: Secret, body: Uint8Array, header: string): boolean {
  const secret = revealSecret(key);
  const expected = createHash(algorithm).update(secret, 'utf8').update(body).update(secret, 'utf8').digest();
  const received = canonicalBase64(header);
  return received !== undefined && received.length === expected.length && timingSafeEqual(received, expected);
}

/**
 * An RSA public key from base64 DER (SPKI) or PEM; `undefined` when it is not one of at least 2,048 bits. A private key
 * is none, although Node would derive the public one: it does not belong into a merchant's options.
 */
export function rsaPublicKey(text: string): KeyObject | undefined {
  if (text.includes('PRIVATE KEY')) return undefined;
  try {
    const key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= 2048 ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the header is the base64 of an RSA PKCS#1 v1.5 SHA-256 signature over the body. */
export function isRsaSha256Signature(key: KeyObject, body: Uint8Array, header: string): boolean {
  const received = canonicalBase64(header);
  return received !== undefined && verify('sha256', body, key, received);
}

/** Whether the header carries exactly these Basic credentials. Digests first, so that the comparison is constant-time. */
export function isBasicAuthorization(header: string, username: string, password: Secret): boolean {
  const expected = `Basic ${Buffer.from(`${username}:${revealSecret(password)}`, 'utf8').toString('base64')}`;
  return timingSafeEqual(sha256(header), sha256(expected));
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest();
}
