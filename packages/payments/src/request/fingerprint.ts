import { digest } from './canonical.ts';
import { intentOf } from './intent.ts';

/**
 * Tells a repeat of a request from another request under the same key. It is made of the request's printed form, in
 * which cards and security codes are masks: the same digest for what prints the same, and nothing to guess a card
 * number from.
 *
 * @param request checked, so that its fields come in the order of their schema
 */
export function fingerprintOf(operation: string, request: object): string {
  return digest(`${operation}\n${JSON.stringify(intentOf(request))}`);
}
