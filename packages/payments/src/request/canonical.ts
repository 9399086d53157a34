import { hash } from 'node:crypto';
import { CardToken } from '@ducat/core';

/** Data whose JSON is the same in whatever order its fields were written: objects as lists of their names and values. */
export function arranged(value: unknown): unknown {
  if (typeof value === 'bigint') return { bigint: value.toString() };
  // A function, as undefined in an array, has no text.
  if (typeof value !== 'object' || value === null) return value;
  // Two tokens print the same and are two cards.
  if (value instanceof CardToken) return { token: digest(value.toStorage()) };
  if (Array.isArray(value)) return { list: value.map(arranged) };
  const fields = value as Readonly<Record<string, unknown>>;
  const { toJSON } = fields;
  if (typeof toJSON === 'function') return arranged(toJSON.call(value));
  const members: unknown[] = [];
  for (const name of Object.keys(fields).sort()) {
    const member = fields[name];
    if (member !== undefined) members.push(name, arranged(member));
  }
  return members;
}

/** Whether it is data: it refers nowhere to itself, and is not nested endlessly. */
export function isPrintable(value: unknown): boolean {
  try {
    JSON.stringify(arranged(value));
    return true;
  } catch {
    return false;
  }
}

/** SHA-256 in base64url. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
