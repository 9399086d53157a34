import { z } from 'zod';

/** An error body, in whichever of PayCross's three shapes it came. */
export interface ErrorBody {
  readonly message: string;
  readonly code?: string;
  /** Texts by field path: `credit_card.token`. Texts that belong to no field stand under `base`. */
  readonly fields: readonly (readonly [path: string, text: string])[];
}

const flat = z.object({
  message: z.string(),
  code: z.string().nullish(),
  errors: z.unknown().optional(),
});
const shapes = z.union([flat, z.object({ response: flat }).transform(({ response }) => response)]);

/** Nobody reads more, and each is searched for secrets. */
const mostFields = 20;

/** `undefined` when the body is not an error of PayCross: a proxy's page, for example. */
export function readErrorBody(value: unknown): ErrorBody | undefined {
  const result = shapes.safeParse(value);
  if (!result.success) return undefined;
  const { message, code, errors } = result.data;
  return {
    message,
    ...(typeof code === 'string' ? { code } : {}),
    fields: firstOf(flatten(errors, [], 0)),
  };
}

function firstOf<Field>(all: Iterable<Field>): readonly Field[] {
  const first: Field[] = [];
  for (const field of all) {
    if (first.length === mostFields) break;
    first.push(field);
  }
  return first;
}

function* flatten(errors: unknown, path: readonly string[], depth: number): Generator<[path: string, text: string]> {
  if (typeof errors === 'string') yield [path.join('.') || 'base', errors];
  if (typeof errors !== 'object' || errors === null || depth > 6) return;
  if (Array.isArray(errors)) for (const item of errors) yield* flatten(item, path, depth + 1);
  else for (const [key, item] of Object.entries(errors)) yield* flatten(item, [...path, key], depth + 1);
}
