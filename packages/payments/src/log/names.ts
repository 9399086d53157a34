import type { JournalName } from '@ducat/core';
import type { PaymentEvent } from '../model/event.ts';
import { referenceIn } from '../reduce/transactions.ts';

/** The names that a payment gets by these events. */
export function namesOf(
  events: readonly PaymentEvent[],
  providerOf: (reference: string) => string | undefined,
): JournalName[] {
  return events.flatMap((event): JournalName[] => {
    if (event.type === 'operation_begun') return [{ kind: 'operation', value: event.operation }];
    if (event.type === 'attempt_begun') return [{ kind: 'attempt', value: event.reference }];
    if (event.type !== 'evidence' || event.trust !== 'proof') return [];
    const { finding } = event;
    const provider = providerOf(event.reference);
    const named = referenceIn(finding);
    return provider === undefined || named === undefined ? [] : [transactionName(provider, named)];
  });
}

/** Two providers may give the same id, so the provider belongs to the name. */
export function transactionName(provider: string, providerReference: string): JournalName {
  return { kind: 'transaction', value: `${provider}/${providerReference}` };
}
