import { z } from 'zod';

interface FieldDefinition extends z.core.$ZodTypeDef {
  readonly isOfType: (value: unknown) => boolean;
  /** Asked of what has the type. */
  readonly isKept: (value: unknown) => boolean;
  readonly message: string;
}

interface Field<Value> extends z.ZodType<Value, Value> {
  readonly _zod: z.core.$ZodTypeInternals<Value, Value> & { readonly def: FieldDefinition };
}

const Field: z.core.$constructor<Field<unknown>> = z.core.$constructor('DucatField', (made, definition) => {
  z.ZodType.init(made, definition);
  const { isOfType, isKept, message } = definition;
  made._zod.parse = (payload) => {
    const { value } = payload;
    const hasType = isOfType(value);
    if (hasType && isKept(value)) return payload;
    // What has its type can be compared with other fields all the same, so that every wrong one is told.
    payload.issues.push({ code: 'custom', input: value, inst: made, message, path: [], continue: hasType });
    return payload;
  };
});

/**
 * A type of its own for what one question decides. A string of zod's with a check on it asks the same and goes three
 * times as long a way, in dozens of fields of every request.
 */
export function field<Value>(isOfType: (value: unknown) => boolean, message: string): z.ZodType<Value> {
  return new Field({ type: 'custom', isOfType, isKept: () => true, message }) as z.ZodType<Value>;
}

/** The same for texts. */
export function textField(isKept: (text: string) => boolean, message: string): z.ZodType<string> {
  const definition = { isOfType: isText, isKept: isKept as (value: unknown) => boolean, message };
  return new Field({ type: 'custom', ...definition }) as z.ZodType<string>;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
