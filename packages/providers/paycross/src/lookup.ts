import type { Call } from '@ducat/adapter-kit';
import { lookupPort, pathSegment, requireEcho } from '@ducat/adapter-kit';
import type { Lookup } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { lookupByReference } from './translate/limits.ts';
import { toRecord } from './translate/outcome.ts';
import type { Transaction } from './wire/transaction.ts';
import { readTransactions } from './wire/transaction.ts';

/** PayCross "Status query". Captures, voids and refunds carry no tracking id: they are found by their own uid only. */
export function lookup(client: PayCrossClient): Lookup['lookup'] {
  return lookupPort(client.port, async ({ operation, reference, providerReference }, call) => {
    const frame = { provider: client.settings.id, money: client.money, secrets: call.secrets };
    if (providerReference !== undefined) {
      const transaction = await client.find(pathSegment(providerReference, 'providerReference'), call);
      return { status: 'found', transactions: [toRecord(transaction, frame)] };
    }
    if (reference === undefined || !lookupByReference.includes(operation)) throw unsupported(operation);
    const found = await findAll(client, reference, call);
    const [newest, ...older] = found.map((transaction) => toRecord(transaction, frame));
    return newest === undefined ? { status: 'not_found' } : { status: 'found', transactions: [newest, ...older] };
  });
}

async function findAll(client: PayCrossClient, reference: string, call: Call): Promise<readonly Transaction[]> {
  const path = `/v2/transactions/tracking_id/${pathSegment(reference, 'reference')}`;
  const transactions = readTransactions(await client.get(path, call).catch(refuseNotFound));
  // A list about anything else says nothing of this attempt, not even that it does not exist.
  for (const { tracking_id: trackingId } of transactions) requireEcho({ reference: [reference, trackingId ?? ''] });
  return transactions;
}

/** Nothing found is an empty list; a 404 speaks of the address, and would pass for proof that nothing was charged. */
function refuseNotFound(thrown: unknown): never {
  if (!DucatError.is(thrown) || thrown.code !== 'not_found') throw thrown;
  const message = 'the provider does not know the address of its own query by tracking id: check the option baseUrl';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'none', raw: thrown.raw });
}

function unsupported(operation: string): DucatError {
  const message = `PayCross cannot find a ${operation} by reference: give its providerReference, or repeat it with the same reference within 24 hours`;
  return new DucatError({ code: 'unsupported', message, effect: 'none', issues: [{ path: 'reference', message }] });
}
