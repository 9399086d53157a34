import { z } from 'zod';

interface FieldDefinition extends z.core.$ZodTypeDef {
  readonly isKept: (value: unknown) => boolean;
  readonly message: string;
}

interface Field<Value> extends z.ZodType<Value, Value> {
  readonly _zod: z.core.$ZodTypeInternals<Value, Value> & { readonly def: FieldDefinition };
}

const Field: z.core.$constructor<Field<unknown>> = z.core.$constructor('DucatField', (made, definition) => {
  z.ZodType.init(made, definition);
  const { isKept, message } = definition;
  made._zod.parse = (payload) => {
    const { value } = payload;
    if (!isKept(value)) payload.issues.push({ code: 'custom', input: value, inst: made, message, path: [] });
    return payload;
  };
});

/**
 * A type of its own for what one question decides. A string of zod's with a check on it asks the same and goes three
 * times as long a way, in dozens of fields of every request.
 */
export function field<Value>(isKept: (value: unknown) => boolean, message: string): z.ZodType<Value> {
  return new Field({ type: 'custom', isKept, message }) as z.ZodType<Value>;
}

/** The same for texts. */
export function textField(isKept: (text: string) => boolean, message: string): z.ZodType<string> {
  return field((value) => typeof value === 'string' && isKept(value), message);
}
