import { Secret } from '@ducat/core';
import { revealSecret } from '@ducat/core/reveal';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** JSON in which secrets stand in the clear: the one way of card data into a request. */
export function encodeBody(body: unknown): string {
  return JSON.stringify(body, function (this: Record<string, unknown>, key: string, plain: unknown): unknown {
    const original = this[key];
    return original instanceof Secret ? revealSecret(original) : plain;
  });
}

export function bearer(key: Secret): string {
  return `Bearer ${revealSecret(key)}`;
}

/** HMAC-SHA256 in lower-case hexadecimal. */
export function authenticate(key: Secret, content: Uint8Array | string): string {
  return createHmac('sha256', revealSecret(key)).update(content).digest('hex');
}

/** Compares in constant time; another length or spelling is another code. */
export function isAuthentic(key: Secret, content: Uint8Array | string, code: string): boolean {
  const expected = Buffer.from(authenticate(key, content), 'latin1');
  const given = Buffer.from(code, 'utf8');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
