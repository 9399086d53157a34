import { createHash } from 'node:crypto';

/**
 * Tells a repeat of a request from another request under the same key. It is made of the request's printed form, in
 * which cards and tokens are masks: the same digest for what prints the same, and nothing to guess a card number from.
 */
export function fingerprintOf(operation: string, request: object): string {
  return createHash('sha256').update(operation).update('\n').update(canonical(request)).digest('base64url');
}

/** JSON with the names of every object in alphabetical order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member === 'bigint') return member.toString();
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
