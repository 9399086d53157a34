import { invalidRequest } from '@ducat/core';

/**
 * The key of an operation as the merchant gave it: its own order number or a UUID, never anything new for a repeat. It
 * becomes a part of the attempts' references, so it is as short and plain as they are.
 *
 * @throws DucatError `invalid_request`, path `key`.
 */
export function requireKey(key: unknown): string {
  if (typeof key === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(key) && !key.includes('--')) return key;
  throw invalidRequest(
    'key',
    'must name the operation with 1 to 40 letters, digits, - or _ (no two - in a row): the same for every repeat of it',
  );
}

/** The reference of an attempt, made of its operation and its number, and of nothing else. */
export function referenceOf(key: string, attempt: number): string {
  return `${key}-${attempt}`;
}

/** The key of the n-th reversal of an operation; no merchant's key looks like it. */
export function reversalKey(key: string, number: number): string {
  return `${key}--reversal-${number}`;
}
