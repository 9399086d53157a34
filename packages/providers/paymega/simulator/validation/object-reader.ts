import { ExactNumber } from '@ducat/simulator';

import type { Violations } from './violations.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

function isWebUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

/** Reads one JSON object field by field; null counts as absent. */
export class ObjectReader {
  readonly #record: JsonRecord;
  readonly #pointer: string;
  readonly #violations: Violations;

  constructor(record: JsonRecord, pointer: string, violations: Violations) {
    this.#record = record;
    this.#pointer = pointer;
    this.#violations = violations;
  }

  get isEmpty(): boolean {
    return Object.keys(this.#record).length === 0;
  }

  has(name: string): boolean {
    return (this.#record[name] ?? null) !== null;
  }

  reject(name: string, code: string, detail: string): undefined {
    this.#violations.add(`${this.#pointer}/${name}`, code, detail);
    return undefined;
  }

  /** An attribute no page knows is a misspelt one. */
  allowOnly(names: readonly string[]): void {
    for (const name of Object.keys(this.#record)) {
      if (!names.includes(name)) this.reject(name, 'unexpected_field', 'This field was not expected.');
    }
  }

  require(name: string): boolean {
    const value = this.#record[name] ?? null;
    if (value !== null && value !== '') return true;
    this.reject(name, 'required', 'This value should not be blank.');
    return false;
  }

  text(name: string): string | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    return this.reject(name, 'invalid_type', 'This value should be of type string.');
  }

  pattern(name: string, pattern: RegExp): string | undefined {
    const value = this.text(name);
    if (value === undefined || pattern.test(value)) return value;
    return this.reject(name, 'invalid_format', 'This value is not valid.');
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = choices.find((choice) => choice === value);
    return found ?? this.reject(name, 'invalid_choice', 'The value you selected is not a valid choice.');
  }

  flag(name: string): boolean | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined || typeof value === 'boolean') return value;
    return this.reject(name, 'invalid_type', 'This value should be of type bool.');
  }

  url(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || isWebUrl(value)) return value;
    return this.reject(name, 'invalid_url', 'This value is not a valid URL.');
  }

  integer(name: string): number | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined) return undefined;
    if (value instanceof ExactNumber && /^-?\d{1,9}$/.test(value.text)) return Number(value.text);
    return this.reject(name, 'invalid_type', 'This value should be of type int.');
  }

  /** The digits of a JSON number or, where a page shows one, of a string. */
  decimal(name: string, allowText: boolean): string | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined) return undefined;
    if (value instanceof ExactNumber) return value.text;
    if (allowText && typeof value === 'string') return value;
    return this.reject(name, 'invalid_type', 'This value should be of type float.');
  }

  object(name: string): ObjectReader | undefined {
    const record = this.record(name);
    return record && new ObjectReader(record, `${this.#pointer}/${name}`, this.#violations);
  }

  /** An empty list passes for an empty object, as in the platform's own output. */
  record(name: string): JsonRecord | undefined {
    const value = this.#record[name] ?? undefined;
    if (value === undefined || isRecord(value)) return value;
    if (Array.isArray(value) && value.length === 0) return {};
    return this.reject(name, 'invalid_type', 'This value should be of type object.');
  }
}
