import { z } from 'zod';

/** The body of a refusal. API page "Problems". */
export interface Problem {
  readonly problem: string;
  readonly says: string;
  readonly field?: string | null | undefined;
}

const body: z.ZodType<Problem> = z.object({
  problem: z.string(),
  says: z.string(),
  field: z.string().nullish().catch(undefined),
});

/** `undefined` when the body is not one of Tidepay: a proxy's page, for example. */
export function readProblem(value: unknown): Problem | undefined {
  const result = body.safeParse(value);
  return result.success ? result.data : undefined;
}
