import { DucatError } from '@ducat/core';
import type { ZodType } from 'zod';
import { issuesOf, refusal, unreadable } from './issues.ts';

/** What was configured, checked and with its defaults. @throws DucatError `invalid_options` that lists every wrong field. */
export function readOptions<Options>(schema: ZodType<Options>, options: unknown): Options {
  // An amount in the place of a text throws when its length is compared.
  const result = readConfigured('options', () => schema.safeParse(options));
  if (!result.success) throw refusal('invalid_options', issuesOf(result.error, 'options'));
  return result.data;
}

/**
 * Reads what was configured, which may be anything: a getter or a proxy that throws.
 * @throws DucatError `invalid_options`; what was thrown is not kept, it may hold anything too.
 */
export function readConfigured<Value>(name: string, read: () => Value): Value {
  try {
    return read();
  } catch (thrown) {
    if (DucatError.is(thrown) && thrown.code === 'invalid_options') throw thrown;
    throw refusal('invalid_options', [{ path: name, message: unreadable }]);
  }
}

/** Without what is `undefined`, which would stand in the place of a default. */
export function given<Options extends object>(options: Options | undefined): Options {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as Options;
}
