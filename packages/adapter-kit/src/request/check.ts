import { DucatError, invalidRequest } from '@ducat/core';
import { issuesOf, refusal, unreadable } from '@ducat/validation';
import { compiled } from '@ducat/validation/schemas';
import type { ZodType } from 'zod';

/** @throws DucatError `invalid_request` that lists the wrong fields; nothing was sent. */
export function checkRequest(schema: ZodType, request: unknown): void {
  const result = readGiven('request', () => compiled(schema).safeParse(request));
  if (!result.success) throw refusal('invalid_request', issuesOf(result.error, 'request'));
}

/**
 * Reads what the caller gave, which may be anything: a getter or a proxy that throws.
 * @throws DucatError `invalid_request`; what was thrown is not kept, it may hold anything too.
 */
export function readGiven<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (thrown) {
    if (DucatError.is(thrown)) throw thrown;
    throw invalidRequest(path, unreadable);
  }
}
