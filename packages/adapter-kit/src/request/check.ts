import type { Issue } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { ZodType, z } from 'zod';
import { redact } from '../redact.ts';

/** @throws DucatError `invalid_request` that lists every wrong field; nothing was sent. */
export function checkRequest(schema: ZodType, request: unknown): void {
  const result = schema.safeParse(request);
  if (!result.success) throw invalid('invalid_request', result.error.issues);
}

/** What the merchant configured, checked and with its defaults. @throws DucatError `invalid_options`. */
export function readOptions<Options>(schema: ZodType<Options>, options: unknown): Options {
  const result = schema.safeParse(options);
  if (!result.success) throw invalid('invalid_options', result.error.issues);
  return result.data;
}

function invalid(code: 'invalid_request' | 'invalid_options', found: readonly z.core.$ZodIssue[]): DucatError {
  const issues = found.flatMap(issuesOf);
  const message = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return new DucatError({ code, message, effect: 'none', issues });
}

// Names of fields are the caller's own where it may choose them: a card number can stand in the place of one.
function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String);
  const at = (...names: readonly string[]): string => redact([...path, ...names].join('.'), []) || 'request';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: at(key), message: 'is not a known field; check its spelling' }));
  }
  return [{ path: at(), message: redact(issue.message, []) }];
}
