import type { Context } from 'hono';
import type { Fields } from '../shop/card-form.ts';

/** The fields of a form; one that came twice, or as a file, is none. */
export async function readFields(context: Context): Promise<Fields> {
  const body = await context.req.parseBody({ all: true });
  return new Map(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
