import type { KeyObject } from 'node:crypto';
import { generatePrivateKey } from '@ducat/paycross/simulator';

/** The merchant's accounts. Nothing in them is real. */
export const paymegaAccount = {
  accountId: 'coma_simulation',
  apiKey: 'api-key-of-the-simulation',
  privateKeys: { live: 'sk_live_of_the_simulation', test: 'sk_test_of_the_simulation' },
} as const;

export const payCrossAccount = { shopId: '361', secretKey: 'secret-key-of-the-simulation' } as const;

/** Everything that must not stand in any stored byte beside card data. */
export const accountSecrets: readonly string[] = [
  paymegaAccount.apiKey,
  paymegaAccount.privateKeys.live,
  paymegaAccount.privateKeys.test,
  payCrossAccount.secretKey,
];

/** One key for all worlds: making one takes as long as fifty payments. Nothing of it is in the trace. */
export const webhookKey: KeyObject = generatePrivateKey();
