import { lookupPort, pathSegment } from '@ducat/adapter-kit';
import type { Lookup } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { lookupByReference } from './translate/limits.ts';
import { toRecord } from './translate/outcome.ts';
import { readTransaction, readTransactions } from './wire/transaction.ts';

/** PayCross "Status query". Captures, voids and refunds carry no tracking id: they are found by their own uid only. */
export function lookup(client: PayCrossClient): Lookup['lookup'] {
  return lookupPort(client.port, async ({ operation, reference, providerReference }, call) => {
    const frame = { provider: client.settings.id, money: client.money, secrets: call.secrets };
    if (providerReference !== undefined) {
      const answer = await client.get(`/transactions/${pathSegment(providerReference, 'providerReference')}`, call);
      return { status: 'found', transactions: [toRecord(readTransaction(answer), frame)] };
    }
    if (reference === undefined || !lookupByReference.includes(operation)) throw unsupported(operation);
    const answer = await client.get(`/v2/transactions/tracking_id/${pathSegment(reference, 'reference')}`, call);
    const [newest, ...older] = readTransactions(answer).map((transaction) => toRecord(transaction, frame));
    return newest === undefined ? { status: 'not_found' } : { status: 'found', transactions: [newest, ...older] };
  });
}

function unsupported(operation: string): DucatError {
  const message = `PayCross cannot find a ${operation} by reference: give its providerReference, or repeat it with the same reference within 24 hours`;
  return new DucatError({ code: 'unsupported', message, effect: 'none', issues: [{ path: 'reference', message }] });
}
