import { ExactNumber, parseExactJson } from '@ducat/simulator';
import { Refusal, invalidField } from './refusal.ts';

/** The fields of a request body. */
export type Fields = Readonly<Record<string, unknown>>;

export function readFields(text: string): Fields {
  try {
    const value = parseExactJson(text);
    if (isFields(value)) return value;
  } catch {
    // Refused below.
  }
  throw new Refusal(400, 'invalid_field', 'the body is not a JSON object');
}

export function readText(fields: Fields, name: string, pattern: RegExp): string {
  const value = fields[name];
  if (typeof value !== 'string' || !pattern.test(value)) throw invalidField(name, `must match ${pattern.source}`);
  return value;
}

export function readAmount(fields: Fields): bigint {
  const { amount } = fields;
  if (!(amount instanceof ExactNumber) || !/^[1-9]\d*$/.test(amount.text)) {
    throw invalidField('amount', 'must be a positive integer of minor units');
  }
  return BigInt(amount.text);
}

export function readCard(fields: Fields): string {
  const { card } = fields;
  if (!isFields(card)) throw invalidField('card', 'is missing');
  return readText(card, 'number', /^\d{12,19}$/);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
