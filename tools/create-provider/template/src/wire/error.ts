import { z } from 'zod';

/** Template's error body. */
export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly field?: string | null | undefined;
}

const body = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().nullish().catch(undefined) }),
});

/** `undefined` when the body is not an error of Template: a proxy's page, for example. */
export function readErrorBody(value: unknown): ErrorBody | undefined {
  const result = body.safeParse(value);
  return result.success ? result.data.error : undefined;
}
