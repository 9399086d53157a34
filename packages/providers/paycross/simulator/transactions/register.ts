import type { Clock, Random } from '@ducat/simulator';

import { textOf } from '../requests/json-object.ts';
import { incompleteCode } from './processing-codes.ts';
import type { Transaction, TransactionDraft } from './transaction.ts';

export interface Register {
  open(draft: TransactionDraft): Transaction;
  find(uid: string): Transaction | undefined;
  /** Oldest first. */
  withTrackingId(trackingId: string): readonly Transaction[];
  readonly all: readonly Transaction[];
}

/** PayCross docs, tokenization page: a tracking id may be several, and each of them finds the transaction. */
function namesOf(transaction: Transaction): ReadonlySet<string> {
  const trackingId = textOf(transaction.request, 'tracking_id');
  if (trackingId === undefined) return new Set();
  return new Set([trackingId, ...trackingId.split(';').map((part) => part.trim())]);
}

const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => String(random.integer(10))).join('');

export function createRegister(clock: Clock, random: Random): Register {
  const transactions = new Map<string, Transaction>();
  const byName = new Map<string, Transaction[]>();
  return {
    open(draft) {
      const now = clock.now();
      const transaction: Transaction = {
        ...draft,
        uid: random.uuid(),
        createdAt: now,
        updatedAt: now,
        paidAt: undefined,
        reference: digits(random, 12),
        authorizationCode: digits(random, 6),
        status: 'incomplete',
        code: incompleteCode,
        bankPayment: undefined,
        captured: 0n,
        voided: 0n,
        refunded: 0n,
        deadline: undefined,
      };
      transactions.set(transaction.uid, transaction);
      for (const name of namesOf(transaction)) {
        const known = byName.get(name);
        if (known === undefined) byName.set(name, [transaction]);
        else known.push(transaction);
      }
      return transaction;
    },
    find: (uid) => transactions.get(uid),
    withTrackingId: (trackingId) => [...(byName.get(trackingId) ?? [])],
    get all() {
      return [...transactions.values()];
    },
  };
}
