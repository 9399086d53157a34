import { readAs } from '@ducat/adapter-kit';
import { z } from 'zod';
import type { Form } from './form.ts';
import { formFields } from './form.ts';
import { phpObject } from './php-object.ts';

/** The Cardgate's answer to a sale: flat, unlike everything of the private API. */
export interface Sale {
  readonly status: string;
  readonly auth_mode?: string | null | undefined;
  /** The 3-D Secure form; without an action when there is none. */
  readonly auth_payload: Form;
}

const sale: z.ZodType<Sale> = z.object({
  status: z.string().min(1),
  auth_mode: z.string().nullish(),
  auth_payload: phpObject(z.object(formFields)),
});

export function readSale(value: unknown): Sale {
  return readAs(sale, value);
}
