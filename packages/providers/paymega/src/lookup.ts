import type { Call } from '@ducat/adapter-kit';
import { lookupPort, pathSegment } from '@ducat/adapter-kit';
import type { Lookup, LookupRequest } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { lookupByReference } from './translate/limits.ts';
import { toRecords } from './translate/record.ts';
import { unsupported } from './translate/way.ts';
import type { Invoice } from './wire/invoice.ts';

/**
 * Paymega "Host-to-host integration" (reconciliation by id) and the platform's list with `filter[reference_id]`. One
 * invoice answers for its charge, capture, void and refunds; what it does not show as done is `not_found`.
 */
export function lookup(client: PaymegaClient): Lookup['lookup'] {
  return lookupPort(client.port, async (request, call) => {
    const { operation, reference } = request;
    const frame = { provider: call.provider, secrets: call.secrets };
    const records = (await find(client, request, call)).flatMap((invoice) =>
      toRecords(invoice, operation, frame, reference),
    );
    const [first, ...others] = records.toSorted((one, other) => (other.updatedAt ?? 0) - (one.updatedAt ?? 0));
    return first === undefined ? { status: 'not_found' } : { status: 'found', transactions: [first, ...others] };
  });
}

async function find(client: PaymegaClient, request: LookupRequest, call: Call): Promise<readonly Invoice[]> {
  const { operation, reference, providerReference } = request;
  const collection = operation === 'payout' ? '/payout-invoices' : '/payment-invoices';
  if (providerReference !== undefined) {
    return [await client.invoice(collection, pathSegment(providerReference, 'providerReference'), call)];
  }
  if (reference === undefined || !lookupByReference.includes(operation)) {
    throw unsupported(
      'reference',
      `Paymega keeps no reference of a ${operation}: give the providerReference of its invoice`,
    );
  }
  return client.invoicesOf(collection, reference, call);
}
