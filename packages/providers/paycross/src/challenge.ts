import { challengePort } from '@ducat/adapter-kit';
import type { Challenge } from '@ducat/core';
import type { PayCrossClient } from './client.ts';
import { toRecord } from './translate/outcome.ts';

/** PayCross "3-D Secure". The answer of a 3-D Secure 1 ACS goes to the `pa_res_url` of the transaction. */
export function challenge(client: PayCrossClient): Challenge['challenge'] {
  const { id: provider, baseUrl } = client.settings;
  return challengePort(client.port, {
    transport: client.transport,
    relayHosts: [new URL(baseUrl).host],
    async find({ providerReference, customerReference, termUrl }, call) {
      const transaction = await client.find(providerReference, call);
      return toRecord(transaction, {
        provider,
        money: client.money,
        secrets: call.secrets,
        customerReference,
        termUrl,
      });
    },
  });
}
