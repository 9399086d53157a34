import { lookupPort, pathSegment } from '@ducat/adapter-kit';
import type { Lookup } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { lookupByReference } from './translate/limits.ts';
import { toRecord } from './translate/outcome.ts';
import { unsupported } from './translate/way.ts';
import { readInvoice, readInvoices } from './wire/invoice.ts';

/**
 * Paymega "Host-to-host integration" (reconciliation by id) and the platform's list with `filter[reference_id]`. One
 * invoice answers for its charge, capture, void and refund; what it does not show as done is `not_found`.
 */
export function lookup(client: PaymegaClient): Lookup['lookup'] {
  return lookupPort(client.port, async ({ operation, reference, providerReference }, call) => {
    const collection = operation === 'payout' ? '/payout-invoices' : '/payment-invoices';
    const frame = { provider: client.settings.id, secrets: call.secrets };
    const found = async (): Promise<ReturnType<typeof readInvoices>> => {
      if (providerReference !== undefined) {
        return [readInvoice(await client.get(`${collection}/${pathSegment(providerReference, 'providerReference')}`, call))];
      }
      if (reference === undefined || !lookupByReference.includes(operation)) {
        throw unsupported('reference', `Paymega keeps no reference of a ${operation}: give the providerReference of its invoice`);
      }
      return readInvoices(await client.get(`${collection}?filter%5Breference_id%5D=${encodeURIComponent(reference)}`, call));
    };
    const [first, ...others] = (await found()).flatMap((invoice) => toRecord(invoice, operation, frame) ?? []);
    return first === undefined ? { status: 'not_found' } : { status: 'found', transactions: [first, ...others] };
  });
}
