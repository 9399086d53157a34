import type { StoredBytes } from '../process/stored-bytes.ts';
import type { Calls } from '../process/calls.ts';
import type { Told } from '../scenario/told.ts';
import type { Events } from '../process/subscriber.ts';
import type { Ledger } from './banks.ts';
import type { KeptPayment } from './book.ts';
import type { Violations } from './violations.ts';

/** One case at the end of a run: what the banks, the journal, the merchant and the subscribers say of it. */
export interface Case {
  /** `p12`. */
  readonly owner: string;
  readonly ledger: Ledger;
  readonly payments: readonly KeptPayment[];
  /** How many more transactions of an attempt the provider made by a mistake of its own. */
  readonly doubled: ReadonlyMap<string, number>;
}

/** Everything that invariants are checked against. */
export interface Evidence {
  readonly cases: readonly Case[];
  readonly told: Told;
  readonly toldByEvents: Told;
  readonly events: Events;
  readonly calls: Calls;
  readonly stored: StoredBytes;
  /** How many webhooks were refused as forged, by provider. */
  readonly forged: ReadonlyMap<string, number>;
}

/** Checks one promise and adds what breaks it. */
export type Check = (evidence: Evidence, violations: Violations) => void;

/**
 * Whether a provider made a transaction twice and nothing that it said ever showed the second one: its answers were lost
 * and its webhook too. Nobody can know of such money before the shopper complains.
 */
export function hasUnseenTwin({ doubled, payments }: Case): boolean {
  const attempts = payments.flatMap(({ operations }) => operations).flatMap((operation) => operation.attempts);
  return attempts.some(({ begun, evidence }) => {
    if (!doubled.has(begun.reference ?? '')) return false;
    const made = 1 + (doubled.get(begun.reference ?? '') ?? 0);
    const named = new Set(evidence.flatMap(({ finding }) => finding?.providerReference ?? []));
    return named.size < made;
  });
}
