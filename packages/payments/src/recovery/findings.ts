import type { CardToken, LookupResult, TransactionRecord } from '@ducat/core';
import type { Finding, Unanswered } from '../model/finding.ts';
import { findingOf } from '../model/finding-of.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { differenceOf, strangenessOf } from './compare.ts';

/** What a lookup says about an attempt. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly token?: CardToken;
}

/** A provider that shows more transactions for one attempt than that is out of its mind; the newest tell enough. */
const mostTransactions = 10;

/** What a lookup says about an attempt. Several transactions may carry one reference, and each of them counts. */
export function findingsOf(result: LookupResult, operation: OperationState, attempt: AttemptState): Found {
  if (result.status === 'failed') return { findings: [{ status: 'unanswered', error: result.error.toJSON() }] };
  if (result.status === 'not_found') return { findings: [{ status: 'not_found' }] };
  const own = result.transactions.filter((record) => strangenessOf(record, operation, attempt) === undefined);
  const [first] = result.transactions;
  if (own.length === 0) return { findings: [unanswered(strangenessOf(first, operation, attempt), attempt)] };
  const findings = own.slice(0, mostTransactions).map((record) => findingOfRecord(record, operation, attempt));
  const token = tokenOf(own);
  return token === undefined ? { findings } : { findings, token };
}

/** A transaction of the attempt that is not what was asked for is neither its success nor proof of anything. */
function findingOfRecord(record: TransactionRecord, operation: OperationState, attempt: AttemptState): Finding {
  const { outcome } = record;
  const difference = differenceOf(record, operation);
  if (difference === undefined) return findingOf(outcome, operation.begun.amount);
  if (outcome.status === 'declined') return unanswered(difference, attempt);
  return { ...unanswered(difference, attempt), status: 'unknown', providerReference: outcome.providerReference };
}

function tokenOf(records: readonly TransactionRecord[]): CardToken | undefined {
  for (const { outcome } of records)
    if (outcome.status === 'approved' && outcome.token !== undefined) return outcome.token;
  return undefined;
}

function unanswered(contradiction: string | undefined, { begun }: AttemptState): Unanswered {
  const message = `the provider reports something else: ${contradiction ?? 'nothing'}`;
  const error = { code: 'contradicting_response', message, effect: 'possible', provider: begun.provider } as const;
  return { status: 'unanswered', error };
}
