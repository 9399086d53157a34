import { createPaymega } from '@ducat/paymega';
import type { Client, Surroundings } from './client.ts';
import { hat, requireApproved } from './order.ts';

/** One call of the other adapter: an invoice and a sale, which are two requests. Its keys are as long as real ones. */
export async function openPaymega({ addresses }: Surroundings): Promise<Client> {
  const account = createPaymega({
    accountId: 'coma_1',
    apiKey: 'wG3DzTGwkm0NZEGL2RBmWBuoGWzbnBmT',
    privateKeys: { live: 'sk_live_9fYDpjGqvPCNG5pKNDSdSVbD', test: 'sk_test_P3WnVLkgPXp7FVtkMBxVT0cl' },
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
