import { challengePort } from '@ducat/adapter-kit';
import type { Challenge } from '@ducat/core';
import type { TidepayClient } from './client.ts';
import { toRecord } from './translate/outcome.ts';

/** API page "Checkouts": the shopper comes back to `return_to`, and nothing that the browser brings there counts. */
export function challenge(client: TidepayClient): Challenge['challenge'] {
  return challengePort(client.port, {
    transport: client.transport,
    relayHosts: [],
    find: async ({ providerReference }, call) => toRecord(await client.checkout(providerReference, call), call),
  });
}
