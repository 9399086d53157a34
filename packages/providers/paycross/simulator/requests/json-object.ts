import { ExactNumber } from '@ducat/simulator';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

export function sectionOf(source: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = source?.[name];
  return isJsonObject(value) ? value : undefined;
}

export function textOf(source: JsonObject | undefined, name: string): string | undefined {
  const value = source?.[name];
  return typeof value === 'string' ? value : undefined;
}

export function flagOf(source: JsonObject | undefined, name: string): boolean | undefined {
  const value = source?.[name];
  return typeof value === 'boolean' ? value : undefined;
}

export function textsOf(source: JsonObject | undefined, name: string): readonly string[] {
  const value = source?.[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Only for a request that has passed its rules. */
export function amountOf(source: JsonObject): bigint {
  const value = source['amount'];
  if (!(value instanceof ExactNumber)) throw new TypeError('The amount was not validated');
  return BigInt(value.text);
}
