import { challengePort } from '@ducat/adapter-kit';
import type { Challenge } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { toRecords } from './translate/record.ts';

/** Paymega "Host-to-host integration", 3-D Secure. The answer of a 3-D Secure 1 ACS goes to the original `TermUrl`. */
export function challenge(client: PaymegaClient): Challenge['challenge'] {
  return challengePort(client.port, {
    transport: client.transport,
    relayHosts: client.relayHosts,
    async find({ providerReference, operation, customerReference }, call) {
      const invoice = await client.invoice('/payment-invoices', providerReference, call);
      const [record] = toRecords(invoice, operation, {
        provider: call.provider,
        secrets: call.secrets,
        customerReference,
      });
      if (record !== undefined) return record;
      const message = `the invoice shows nothing of a ${operation}`;
      throw new DucatError({ code: 'contradicting_response', message, effect: 'possible' });
    },
  });
}
