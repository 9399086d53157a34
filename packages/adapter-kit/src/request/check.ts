import type { Issue } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { ZodType, z } from 'zod';
import { redact } from '../redact.ts';

/** @throws DucatError `invalid_request` that lists the wrong fields; nothing was sent. */
export function checkRequest(schema: ZodType, request: unknown): void {
  const result = readGiven('request', () => schema.safeParse(request));
  if (!result.success) throw invalid('invalid_request', result.error.issues);
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
    throw invalidRequest(path, 'cannot be read: something in it throws');
  }
}

/** What the merchant configured, checked and with its defaults. @throws DucatError `invalid_options`. */
export function readOptions<Options>(schema: ZodType<Options>, options: unknown): Options {
  const result = parseOptions(schema, options);
  if (!result.success) throw invalid('invalid_options', result.error.issues);
  return result.data;
}

// An amount in the place of a text throws when its length is compared.
function parseOptions<Options>(schema: ZodType<Options>, options: unknown): z.ZodSafeParseResult<Options> {
  try {
    return schema.safeParse(options);
  } catch {
    const unreadable = 'cannot be read: something in it throws';
    const issues = [{ path: 'options', message: unreadable }];
    throw new DucatError({ code: 'invalid_options', message: `options: ${unreadable}`, effect: 'none', issues });
  }
}

/** Whoever has more than that wrong gave something else altogether. */
const mostIssues = 100;
/** A line of a log, and not a page of it. */
const mostTold = 20;

function invalid(code: 'invalid_request' | 'invalid_options', found: readonly z.core.$ZodIssue[]): DucatError {
  const issues = found.slice(0, mostIssues).flatMap(issuesOf).slice(0, mostIssues);
  const told = issues.slice(0, mostTold).map(({ path, message }) => `${path}: ${message}`);
  const message = [...told, ...(issues.length > mostTold ? ['and more'] : [])].join('; ');
  return new DucatError({ code, message, effect: 'none', issues });
}

// Names of fields are the caller's own where it may choose them: a card number can stand in the place of one.
function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String);
  const at = (...names: readonly string[]): string => redact([...path, ...names].join('.'), []) || 'request';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, mostIssues)
      .map((key) => ({ path: at(key), message: 'is not a known field; check its spelling' }));
  }
  return [{ path: at(), message: redact(issue.message, []) }];
}
