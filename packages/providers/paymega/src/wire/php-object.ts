import { z } from 'zod';

/**
 * An object as a PHP server writes it: `[]` or null when it is empty. Seen on `flow_data`, its `params`, `auth_payload`,
 * `payload` and `metadata`.
 */
export function phpObject<Shape>(shape: z.ZodType<Shape>): z.ZodType<Shape> {
  return z.preprocess((value) => (isEmpty(value) ? {} : value), shape);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
