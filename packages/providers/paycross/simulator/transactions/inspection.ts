import { textOf } from '../requests/json-object.ts';
import type { Register } from './register.ts';
import type { Transaction, TransactionStatus, TransactionType } from './transaction.ts';

/** What tests may know of a transaction; card data is not among it. */
export interface TransactionSnapshot {
  readonly uid: string;
  readonly type: TransactionType;
  readonly status: TransactionStatus;
  readonly code: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly test: boolean;
  readonly trackingId: string | undefined;
  readonly parentUid: string | undefined;
  readonly token: string | undefined;
  readonly createdAt: number;
  readonly captured: bigint;
  readonly voided: bigint;
  readonly refunded: bigint;
  /** Dotted paths of the request that no page documents. */
  readonly unknownFields: readonly string[];
}

export interface TransactionInspection {
  /** Oldest first. */
  readonly all: readonly TransactionSnapshot[];
  find(uid: string): TransactionSnapshot | undefined;
  withTrackingId(trackingId: string): readonly TransactionSnapshot[];
}

function snapshot(transaction: Transaction): TransactionSnapshot {
  const { uid, type, status, code, amount, currency, test, token, createdAt, captured, voided, refunded } = transaction;
  return {
    uid,
    type,
    status,
    code,
    amount,
    currency,
    test,
    trackingId: textOf(transaction.request, 'tracking_id'),
    parentUid: transaction.parent?.uid,
    token,
    createdAt,
    captured,
    voided,
    refunded,
    unknownFields: transaction.unknownFields,
  };
}

export function createInspection(register: Register): TransactionInspection {
  return {
    get all() {
      return register.all.map(snapshot);
    },
    find(uid) {
      const found = register.find(uid);
      return found === undefined ? undefined : snapshot(found);
    },
    withTrackingId: (trackingId) => register.withTrackingId(trackingId).map(snapshot),
  };
}
