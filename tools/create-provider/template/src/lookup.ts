import { lookupPort } from '@ducat/adapter-kit';
import type { Lookup } from '@ducat/core';
import type { TemplateClient } from './client.ts';
import { limits } from './translate/limits.ts';
import { toRecord } from './translate/outcome.ts';
import { unsupported } from './translate/unsupported.ts';

/** Template "Transactions": by id, or all that carry the reference. */
export function lookup(client: TemplateClient): Lookup['lookup'] {
  return lookupPort(client.port, async ({ operation, reference = '', providerReference }, call) => {
    if (!limits.lookupByReference.includes(operation)) throw unsupported('operation', `Template has no ${operation}`);
    const found =
      providerReference === undefined
        ? await client.findAll(reference, call)
        : [await client.find(providerReference, call)];
    const [newest, ...older] = found.map((transaction) => toRecord(transaction, call));
    return newest === undefined ? { status: 'not_found' } : { status: 'found', transactions: [newest, ...older] };
  });
}
