import { z } from 'zod';

const known = new WeakMap<z.ZodType, z.ZodType>();

/**
 * The schema with the code that zod generates for it: the same results and errors in a third of the time. It is made when
 * the schema is first asked, which takes some ten milliseconds; importing a library should not. Where no code may be
 * generated, and where zod was told to generate none, it is the schema itself.
 *
 * @param schema made once: another object each time would be compiled each time
 */
export function compiled<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  let found = known.get(schema);
  if (found === undefined) {
    found = z.config().jitless === true ? schema : z.compile(schema);
    known.set(schema, found);
  }
  return found as z.ZodType<Value>;
}
