import { z } from 'zod';
import { phpObject } from './php-object.ts';

/** Where to send the shopper's browser, and with what. Names and number of the parameters differ by acquirer. */
export interface Form {
  readonly action?: string | null | undefined;
  readonly method?: string | null | undefined;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const formFields: {
  action: z.ZodType<string | null | undefined>;
  method: z.ZodType<string | null | undefined>;
  params: z.ZodType<Form['params']>;
} = { action: z.string().nullish(), method: z.string().nullish(), params: phpObject(z.record(z.string(), scalar)) };
