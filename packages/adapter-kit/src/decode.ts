import { DucatError } from '@ducat/core';
import { compiled } from '@ducat/validation/schemas';
import type { ZodType } from 'zod';
import { countStrings, hasDuplicateKeys } from './json-duplicate-keys.ts';
import { redact } from './redact.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** An answer about payments is ten deep and has some hundred values; a mebibyte of brackets would block the process. */
const bounds = { deepest: 100, mostCommas: 5000 - 1 };

/**
 * The JSON value in the bytes, or `undefined` when they are not exactly that (other charset, byte order mark, cut off),
 * an object in it says something twice, which every reader understands otherwise, or it is deeper than 100 or has more
 * than 5,000 values.
 *
 * Numbers beyond 2 ** 53 are not exact any more; a schema that reads money refuses them (`z.int()` does).
 */
export function decodeJson(body: Uint8Array): unknown {
  try {
    const strings = countStrings(body, bounds);
    if (strings === undefined) return undefined;
    const value = JSON.parse(utf8.decode(body)) as unknown;
    return hasDuplicateKeys(strings, value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/**
 * The value as the schema describes it.
 *
 * @param schema made once for all answers: it is compiled when it is first asked
 * @throws DucatError `unexpected_response` that names the fields, never their values. Its effect is `possible`: the
 * request had been sent.
 */
export function readAs<Shape>(schema: ZodType<Shape>, value: unknown): Shape {
  const result = compiled(schema).safeParse(value);
  if (result.success) return result.data;
  // A path may hold names that the provider chose.
  const fields = redact(result.error.issues.map(({ path }) => path.map(String).join('.') || 'body').join(', '), []);
  throw new DucatError({
    code: 'unexpected_response',
    message: `the response cannot be understood: ${fields}`,
    effect: 'possible',
    raw: { fields },
  });
}
