import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import { createPaymegaSimulator } from '@ducat/paymega/simulator';

/** Both providers on loopback, and their accounts as pages expect them: in `PAYMEGA` and `PAYCROSS`, as JSON. */
export interface Accounts {
  readonly environment: Readonly<Record<'PAYMEGA' | 'PAYCROSS', string>>;
  close(): Promise<void>;
}

const testMode = true;

export async function openAccounts(): Promise<Accounts> {
  const privateKeys = { live: 'sk_live', test: 'sk_test' };
  const paymegaAccount = { accountId: 'coma_pages', apiKey: 'key', privateKeys };
  const payCrossAccount = { shopId: '361', secretKey: 'key' };
  const payCrossSimulator = createPayCrossSimulator(payCrossAccount);
  const paymega = await createPaymegaSimulator(paymegaAccount).listen();
  const payCross = await payCrossSimulator.listen();
  const { apiUrl, cardgateUrl } = paymega;
  const webhookPublicKey = payCrossSimulator.publicKey;
  return {
    environment: {
      PAYMEGA: JSON.stringify({ ...paymegaAccount, baseUrl: apiUrl, cardgateUrl, testMode }),
      PAYCROSS: JSON.stringify({ ...payCrossAccount, baseUrl: payCross.gatewayUrl, webhookPublicKey, testMode }),
    },
    async close() {
      await Promise.all([paymega.close(), payCross.close()]);
    },
  };
}
