import { invalidRequest } from '@ducat/core';
import { providerReferencePattern } from '@ducat/validation';
import { z } from 'zod';

/** A provider's id in a response. */
export const identifier: z.ZodType<string> = z.string().regex(providerReferencePattern);

/** @throws DucatError `invalid_request` when the caller's value cannot be an id of the provider; nothing was sent. */
export function pathSegment(value: string, path: string): string {
  if (typeof value === 'string' && providerReferencePattern.test(value)) return value;
  throw invalidRequest(path, 'must be an id as the provider gave it: letters, digits, - and _ only');
}
