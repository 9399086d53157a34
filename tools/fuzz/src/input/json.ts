/** An input: plain JSON, so that every one can be kept as a file. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * What plain JSON cannot hold stands as an object with this key: a number of 400 digits, an object 200,000 deep, a key
 * that comes twice, a `Money`. `kind` says what.
 */
export const mark = '<<';

/** A key with this ending is written without it, so that it comes twice. */
export const again = '<<2';

export function marked(kind: string, more: JsonObject = {}): JsonObject {
  return { [mark]: kind, ...more };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function numberIn(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** The property, or an empty object: inputs are shrunk, and may lack anything. */
export function objectIn(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function listIn(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}
