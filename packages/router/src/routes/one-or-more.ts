import { z } from 'zod';
import type { OneOrMore } from './conditions.ts';

/**
 * A schema that depends on the value. A union would say of a wrong field only that nothing fits; this way the field's
 * own message is told, with its place.
 */
export function dependingOn<Value>(choose: (value: unknown) => z.ZodType): z.ZodType<Value> {
  return z.unknown().superRefine((value, context) => {
    for (const issue of choose(value).safeParse(value).error?.issues ?? []) context.addIssue(issue as never);
  }) as unknown as z.ZodType<Value>;
}

/** One value, or a list of at least one. */
export function oneOrMore<Value>(one: z.ZodType<Value>): z.ZodType<OneOrMore<Value>> {
  const list = z.array(one).min(1, 'must not be an empty list: leave it out');
  return dependingOn((value) => (Array.isArray(value) ? list : one));
}

/** The values as a list, which may be empty. */
export function listOf<Value>(values: OneOrMore<Value> | undefined): readonly Value[] {
  if (values === undefined) return [];
  return Array.isArray(values) ? (values as readonly Value[]) : [values as Value];
}
