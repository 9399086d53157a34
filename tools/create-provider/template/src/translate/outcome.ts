import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { Money, Operation, ReportedOutcome, TransactionRecord } from '@ducat/core';
import type { Transaction } from '../wire/transaction.ts';
import { declineOf } from './decline.ts';
import { fromWireAmount } from './money.ts';
import { operationOfType } from './operation.ts';
import { statusMeaning } from './status.ts';

/** What was asked for, to be compared with what was answered. */
export interface Asked {
  readonly operation: Operation;
  readonly amount: Money;
  /** Left out where the mode is the parent's. */
  readonly testMode?: boolean;
  readonly parent?: string;
}

/** @throws DucatError `contradicting_response` when the transaction is not the one that was asked for. */
export function toAnswer(transaction: Transaction, asked: Asked, call: Call): ReportedOutcome {
  const { operation, amount, testMode, parent } = asked;
  requireEcho({
    reference: [call.reference, transaction.reference],
    operation: [operation, operationOfType(transaction.type)],
  });
  if (parent !== undefined) requireEcho({ reference: [parent, transaction.parent_id ?? undefined] });
  // From here on it is ours, so that a lookup by its id can tell more.
  call.providerReference = transaction.id;
  requireEcho({
    amount: [amount, fromWireAmount(transaction.amount, transaction.currency)],
    ...(testMode === undefined ? {} : { testMode: [testMode, transaction.test ?? undefined] }),
  });
  return toOutcome(transaction, call);
}

/** The transaction as a lookup or a webhook tells it. */
export function toRecord(transaction: Transaction, call: Pick<Call, 'provider' | 'secrets'>): TransactionRecord {
  const updatedAt = Date.parse(transaction.updated_at ?? '');
  return {
    operation: operationOfType(transaction.type),
    outcome: toOutcome(transaction, call),
    amount: fromWireAmount(transaction.amount, transaction.currency),
    ...(typeof transaction.test === 'boolean' ? { testMode: transaction.test } : {}),
    ...(Number.isNaN(updatedAt) ? {} : { updatedAt }),
  };
}

function toOutcome(
  transaction: Transaction,
  { provider, secrets }: Pick<Call, 'provider' | 'secrets'>,
): ReportedOutcome {
  const { id, reference, status, type, decline_code: declineCode } = transaction;
  const raw = redactDetails({ status, type, declineCode }, secrets);
  const facts = { provider, reference, providerReference: id, raw };
  const meaning = statusMeaning(status);
  switch (meaning) {
    case 'approved':
      return { status: 'approved', ...facts, amount: fromWireAmount(transaction.amount, transaction.currency) };
    case 'declined':
      return { status: 'declined', ...facts, decline: declineOf(declineCode) };
    case 'processing':
    case 'moderation':
    case 'unmapped_status':
      return { status: 'pending', ...facts, reason: meaning };
  }
}
