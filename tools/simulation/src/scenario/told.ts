import type { Money } from '@ducat/core';
import type { OperationResult } from '@ducat/payments';
import type { Violations } from '../invariants/violations.ts';

export type FinalStatus = 'approved' | 'declined' | 'not_sent';

const finals: ReadonlySet<string> = new Set<FinalStatus>(['approved', 'declined', 'not_sent']);

export function isFinal(status: string): status is FinalStatus {
  return finals.has(status);
}

/** What was said of one operation for good, and by whom. */
export interface Final {
  readonly status: FinalStatus;
  readonly amount: string;
  readonly by: string;
  /** The moment at which it was heard first. */
  readonly heard: number;
}

/** Everything that merchants and subscribers were told, for the promise that a final word stays. */
export class Told {
  readonly #violations: Violations;
  readonly #finals = new Map<string, Final>();
  #moments = 0;
  readonly #reviews = new Set<string>();

  constructor(violations: Violations) {
    this.#violations = violations;
  }

  /** By the operation's key. */
  get finals(): ReadonlyMap<string, Final> {
    return this.#finals;
  }

  /** Keys of operations that a person was asked to look at. */
  get reviews(): ReadonlySet<string> {
    return this.#reviews;
  }

  /** Now, for whoever asks: what is heard later was not known yet. */
  moment(): number {
    this.#moments += 1;
    return this.#moments;
  }

  /** `began`: the moment at which it was asked. */
  result(owner: string, result: OperationResult, by: string, began: number): void {
    const amount = result.status === 'approved' ? result.amount : result.requested;
    this.say(owner, { key: result.key, status: result.status, amount, by, began });
  }

  review(key: string): void {
    this.#reviews.add(key);
  }

  say(
    owner: string,
    said: {
      readonly key: string;
      readonly status: string;
      readonly amount: Money;
      readonly by: string;
      readonly began: number;
    },
  ): void {
    const { key, status, amount, by, began } = said;
    const text = status === 'approved' ? amount.toString() : '';
    const before = this.#finals.get(key);
    if (before === undefined) {
      if (isFinal(status)) this.#finals.set(key, { status, amount: text, by, heard: this.moment() });
      return;
    }
    if (before.status === status && before.amount === text) return;
    // An answer that was under way when the end was heard may be older than the end.
    if (!isFinal(status) && began < before.heard) return;
    const what = `${key} was ${before.status} ${before.amount} by ${before.by} and then ${status} ${text} by ${by}`;
    this.#violations.add(7, owner, what);
  }
}
