import { Card, Money } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import { createPayCross } from '@ducat/paycross';
import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import { createPayments } from '@ducat/payments';
import { createPaymega } from '@ducat/paymega';
import { cards, createPaymegaSimulator } from '@ducat/paymega/simulator';

// One charge at each provider, as a merchant's project would make it from what is published.
const paymegaAccount = { accountId: 'coma_1', apiKey: 'api-key', privateKeys: { live: 'sk_live', test: 'sk_test' } };
const payCrossAccount = { shopId: '361', secretKey: 'secret-key' };
const paymega = createPaymegaSimulator(paymegaAccount);
const paycross = createPayCrossSimulator({ ...payCrossAccount, cards: [{ number: cards.approved }] });
const paymegaDoor = await paymega.listen();
const payCrossDoor = await paycross.listen();

const card = new Card({
  number: cards.approved,
  expiryMonth: 10,
  expiryYear: 2035,
  holder: 'Jane Doe',
  securityCode: '123',
});
const request = {
  amount: Money.parse('10.50', 'EUR'),
  description: 'A hat',
  source: { kind: 'card', card },
  returnUrl: 'https://shop.example/return',
} as const;

for (const provider of [
  createPaymega({
    ...paymegaAccount,
    baseUrl: paymegaDoor.apiUrl,
    cardgateUrl: paymegaDoor.cardgateUrl,
    testMode: true,
  }),
  createPayCross({
    ...payCrossAccount,
    baseUrl: payCrossDoor.gatewayUrl,
    webhookPublicKey: paycross.publicKey,
    testMode: true,
  }),
]) {
  const payments = createPayments({ providers: [provider], journal: createMemoryJournal() });
  const result = await payments.charge(request, { key: 'order-1' });
  console.log(`${provider.id}: ${result.status} ${result.status === 'approved' ? result.amount.toString() : ''}`);
  await payments.close();
}
await Promise.all([paymegaDoor.close(), payCrossDoor.close()]);
