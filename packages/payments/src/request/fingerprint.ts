import { hash } from 'node:crypto';
import { CardToken } from '@ducat/core';
import { intentOf } from './intent.ts';

/**
 * Tells a repeat of a request from another request under the same key. It is made of the request's printed form, in
 * which cards and security codes are masks: the same digest for what prints the same, and nothing to guess a card
 * number from. Of a token it has the digest: two tokens print the same and are two cards.
 */
export function fingerprintOf(operation: string, request: object): string {
  return digest(`${operation}\n${canonical(intentOf(request))}`);
}

/** Whether a fingerprint can be made of it: it is data, refers nowhere to itself, and is not nested endlessly. */
export function isPrintable(value: unknown): boolean {
  try {
    canonical(value);
    return true;
  } catch {
    return false;
  }
}

/** One text for what prints the same, in whatever order it was written. */
function canonical(value: unknown): string {
  return JSON.stringify(arranged(value));
}

/** Objects as lists of their names, in alphabetical order, and values: nearly all of the work is left to JSON. */
function arranged(value: unknown): unknown {
  if (typeof value === 'bigint') return { bigint: value.toString() };
  // A function, as undefined in an array, has no text.
  if (typeof value !== 'object' || value === null) return value;
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

function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
