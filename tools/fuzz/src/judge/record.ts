import type { LookupResult, TransactionRecord, WebhookEvent } from '@ducat/core';
import { Money, ports } from '@ducat/core';
import { faultOfError } from './fault.ts';
import { faultOfOutcome } from './outcome.ts';

/** What is wrong with the answer of a lookup. */
export function faultOfLookup(result: LookupResult, provider: string): string | undefined {
  switch (result.status) {
    case 'not_found':
      return undefined;
    case 'failed':
      return result.error.effect === 'none' ? faultOfError(result.error) : 'a failed lookup that may have moved money';
    case 'found':
      return firstFault(result.transactions, provider);
    default:
      return 'a lookup outside the union';
  }
}

/** What is wrong with the event of a webhook. */
export function faultOfEvent(event: WebhookEvent, provider: string): string | undefined {
  if (event.provider !== provider) return 'an event of another provider';
  if (typeof event.fingerprint !== 'string' || event.fingerprint === '') return 'an event without a fingerprint';
  return faultOfRecord(event.transaction, provider);
}

function firstFault(records: readonly TransactionRecord[], provider: string): string | undefined {
  if (records.length === 0) return 'nothing found, and said to be found';
  for (const record of records) {
    const fault = faultOfRecord(record, provider);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfRecord(record: TransactionRecord, provider: string): string | undefined {
  const { operation, outcome, amount, captured, refunded, testMode, updatedAt } = record;
  if (operation !== 'unmapped' && !(ports as readonly string[]).includes(operation))
    return `the operation ${String(operation)}`;
  if (![amount, captured, refunded].every((sum) => sum === undefined || sum instanceof Money))
    return 'a sum that is no Money';
  if (testMode !== undefined && typeof testMode !== 'boolean') return 'a mode that is no boolean';
  if (updatedAt !== undefined && !Number.isFinite(updatedAt)) return 'a time that is no number';
  if (!['approved', 'action_required', 'pending', 'declined'].includes(outcome.status))
    return `the reported status ${outcome.status}`;
  return faultOfOutcome(outcome, provider);
}
