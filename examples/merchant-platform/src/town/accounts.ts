import type { PayCrossSimulator } from '@ducat/paycross/simulator';
import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import type { PaymegaSimulator } from '@ducat/paymega/simulator';
import { cards, createPaymegaSimulator } from '@ducat/paymega/simulator';
import { randomBytes } from 'node:crypto';
import type { MerchantSettings } from '../platform/settings.ts';

/** One merchant's accounts at both platforms, on loopback. */
export interface Accounts {
  readonly settings: Pick<MerchantSettings, 'name' | 'paycross' | 'paymega' | 'vaultKey'>;
  readonly paycross: PayCrossSimulator;
  readonly paymega: PaymegaSimulator;
  close(): Promise<void>;
}

export async function openAccounts(name: string): Promise<Accounts> {
  const account = {
    accountId: `coma_${name}`,
    apiKey: `api-key-of-${name}`,
    privateKeys: { live: `sk_live_of-${name}`, test: `sk_test_of-${name}` },
  };
  const shop = { shopId: name, secretKey: `secret-key-of-${name}` };
  const paymega = createPaymegaSimulator(account);
  const paycross = createPayCrossSimulator({ ...shop, cards: [{ number: cards.approved }] });
  const [{ apiUrl, cardgateUrl, ...atPaymega }, { gatewayUrl, ...atPayCross }] = await Promise.all([
    paymega.listen(),
    paycross.listen(),
  ]);
  return {
    settings: {
      name,
      paymega: { ...account, baseUrl: apiUrl, cardgateUrl, testMode: true },
      paycross: { ...shop, baseUrl: gatewayUrl, webhookPublicKey: paycross.publicKey, testMode: true },
      vaultKey: randomBytes(32).toString('base64'),
    },
    paycross,
    paymega,
    async close() {
      await Promise.all([atPaymega.close(), atPayCross.close()]);
    },
  };
}
