import { lookupPort } from '@ducat/adapter-kit';
import type { Lookup } from '@ducat/core';
import type { TidepayClient } from './client.ts';
import { toRecord } from './translate/outcome.ts';
import { toRefundRecord } from './translate/refund.ts';
import { unsupported } from './translate/unsupported.ts';

/** API page "Checkouts" and "Refunds": by cursor only. */
export function lookup(client: TidepayClient): Lookup['lookup'] {
  return lookupPort(client.port, async ({ operation, providerReference }, call) => {
    if (providerReference === undefined) {
      throw unsupported(
        'reference',
        'Tidepay finds nothing by reference: give the providerReference, or repeat the call',
      );
    }
    if (operation === 'charge') {
      return { status: 'found', transactions: [toRecord(await client.checkout(providerReference, call), call)] };
    }
    if (operation !== 'refund') throw unsupported('operation', `Tidepay has no ${operation}`);
    return { status: 'found', transactions: [toRefundRecord(await client.refund(providerReference, call), call)] };
  });
}
