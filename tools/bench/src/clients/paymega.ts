import { createPaymega } from '@ducat/paymega';
import type { Client, Surroundings } from './client.ts';
import { hat, requireApproved } from './order.ts';

/** One call of the other adapter: an invoice and a sale, which are two requests. */
export async function openPaymega({ addresses }: Surroundings): Promise<Client> {
  const account = createPaymega({
    accountId: 'coma_1',
    apiKey: 'api-key-1',
    privateKeys: { live: 'sk_live_1', test: 'sk_test_1' },
    baseUrl: addresses.plain,
    cardgateUrl: addresses.plain,
    testMode: true,
  });
  return {
    async call(number) {
      requireApproved((await account.charge(hat(), { reference: `paymega-${number}` })).status);
    },
    close: () => account.close(),
  };
}
