import { z } from 'zod';
import type { OneOrMore } from './conditions.ts';

/**
 * A schema that depends on the value, or several that all have to fit. A union would say of a wrong field only that
 * nothing fits, and a refinement would say nothing while another field is wrong; this way all is told, with its place.
 */
export function dependingOn<Value>(choose: (value: unknown) => z.ZodType | readonly z.ZodType[]): z.ZodType<Value> {
  return z.unknown().superRefine((value, context) => {
    for (const schema of [choose(value)].flat() as readonly z.ZodType[]) {
      for (const issue of schema.safeParse(value).error?.issues ?? []) context.addIssue(issue as never);
    }
  }) as unknown as z.ZodType<Value>;
}

/** A field of a value of which nothing is known. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
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
