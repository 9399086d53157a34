import type { Money } from '@ducat/core';
import { DucatError } from '@ducat/core';

/** What an answer must agree with. `undefined` on the provider's side means that it did not say. */
export interface Echo {
  readonly amount?: readonly [asked: Money, answered: Money | undefined];
  readonly reference?: readonly [asked: string, answered: string | undefined];
  readonly operation?: readonly [asked: string, answered: string | undefined];
  readonly testMode?: readonly [asked: boolean, answered: boolean | undefined];
}

/**
 * @throws DucatError `contradicting_response` when the answer is about something else than was asked for: its success
 * would not be ours, and neither would its failure. Effect `possible`.
 */
export function requireEcho({ amount, reference, operation, testMode }: Echo): void {
  const wrong: string[] = [];
  if (amount?.[1] !== undefined && !amount[0].equals(amount[1]))
    wrong.push(`amount ${amount[1].toString()}, asked ${amount[0].toString()}`);
  if (reference?.[1] !== undefined && reference[0] !== reference[1]) wrong.push('another reference');
  if (operation?.[1] !== undefined && operation[0] !== operation[1])
    wrong.push(`${operation[1]} instead of ${operation[0]}`);
  if (testMode?.[1] !== undefined && testMode[0] !== testMode[1]) wrong.push(testMode[1] ? 'test mode' : 'live mode');
  if (wrong.length === 0) return;
  const message = `the answer is about something else: ${wrong.join(', ')}`;
  throw new DucatError({
    code: 'contradicting_response',
    message,
    effect: 'possible',
    raw: { contradiction: wrong.join(', ') },
  });
}
