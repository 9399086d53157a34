import { invalidRequest } from '@ducat/core';
import { z } from 'zod';

const pattern = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * A provider's id in a response. Ids go into paths, and `..` survives percent-encoding, so nothing but letters, digits,
 * `_` and `-` is an id.
 */
export const identifier: z.ZodType<string> = z.string().regex(pattern);

/** @throws DucatError `invalid_request` when the caller's value cannot be an id of the provider; nothing was sent. */
export function pathSegment(value: string, path: string): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw invalidRequest(path, 'must be an id as the provider gave it: letters, digits, - and _ only');
}
