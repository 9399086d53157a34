import type { Approved, LookupRequest, LookupResult, Operation, TransactionRecord } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { Stage } from '../../stage.ts';

/** The newest transaction that a lookup found. */
export function newestOf(result: LookupResult): TransactionRecord {
  if (result.status !== 'found') assert.fail(`expected something found, got ${JSON.stringify(result)}`);
  return result.transactions[0];
}

/** Every way by which the provider finds this outcome, as `limits.lookupByReference` says. */
export function waysTo(stage: Stage, operation: Operation, outcome: Approved): readonly LookupRequest[] {
  const { reference, providerReference } = outcome;
  const byId = { operation, providerReference };
  const isByReference = stage.provider.limits.lookupByReference.includes(operation) && reference !== undefined;
  return isByReference ? [byId, { operation, reference }] : [byId];
}

/** The reference of an approved outcome, which is its attempt's own. */
export function referenceOf({ reference }: Approved): string {
  assert(reference, 'the outcome does not name its attempt');
  return reference;
}
