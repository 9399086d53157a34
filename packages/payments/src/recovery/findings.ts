import type { CardToken, LookupResult, TransactionRecord } from '@ducat/core';
import type { Finding } from '../model/finding.ts';
import { findingOf } from '../model/finding-of.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { contradictionOf } from './compare.ts';

/** What a lookup says about an attempt. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly token?: CardToken;
}

/**
 * What a lookup says about an attempt. Several transactions may carry one reference: every approved one counts, and a
 * decline only when none of the others is undecided.
 */
export function findingsOf(result: LookupResult, operation: OperationState, attempt: AttemptState): Found {
  if (result.status === 'failed') return { findings: [{ status: 'unanswered', error: result.error.toJSON() }] };
  if (result.status === 'not_found') return { findings: [{ status: 'not_found' }] };
  const own = result.transactions.filter((record) => contradictionOf(record, operation, attempt) === undefined);
  const [first] = result.transactions;
  if (own.length === 0) return { findings: [contradicting(first, operation, attempt)] };
  const approved = own.filter(({ outcome }) => outcome.status === 'approved');
  const open = own.filter(({ outcome }) => outcome.status !== 'declined');
  const decisive = approved.length > 0 ? approved : open.length > 0 ? open.slice(0, 1) : own.slice(0, 1);
  const findings = decisive.map(({ outcome }) => findingOf(outcome, operation.begun.amount));
  const token = tokenOf(decisive);
  return token === undefined ? { findings } : { findings, token };
}

function tokenOf(records: readonly TransactionRecord[]): CardToken | undefined {
  for (const { outcome } of records)
    if (outcome.status === 'approved' && outcome.token !== undefined) return outcome.token;
  return undefined;
}

function contradicting(record: TransactionRecord, operation: OperationState, attempt: AttemptState): Finding {
  const message = `the provider reports something else: ${contradictionOf(record, operation, attempt) ?? 'nothing'}`;
  return {
    status: 'unanswered',
    error: { code: 'contradicting_response', message, effect: 'possible', provider: attempt.begun.provider },
  };
}
