import { z } from 'zod';
import { phpObject } from './php-object.ts';

/** Where to send the shopper's browser, and with what. Names and number of the parameters differ by acquirer. */
export interface Form {
  readonly action?: string | null | undefined;
  readonly method?: string | null | undefined;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const fields: z.ZodType<Form['params']> = z.record(z.string(), scalar);

/** Forms of acquirers have a dozen fields and some kilobytes. */
const mostFields = 200;
const longestFields = 128 * 1024;
const params = z.unknown().refine(isSmall).pipe(fields);

function isSmall(value: unknown): boolean {
  // What is no object the record refuses.
  if (typeof value !== 'object' || value === null) return true;
  return Object.keys(value).length <= mostFields && JSON.stringify(value).length <= longestFields;
}

export const formFields: {
  action: z.ZodType<string | null | undefined>;
  method: z.ZodType<string | null | undefined>;
  params: z.ZodType<Form['params']>;
} = { action: z.string().nullish(), method: z.string().nullish(), params: phpObject(params) };
