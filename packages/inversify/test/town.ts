import type { ChargeRequest } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import type { PayCrossOptions } from '@ducat/paycross';
import type { PayCrossSimulator } from '@ducat/paycross/simulator';
import { createPayCrossSimulator, generatePrivateKey } from '@ducat/paycross/simulator';
import type { PaymegaOptions } from '@ducat/paymega';
import type { PaymegaSimulator } from '@ducat/paymega/simulator';
import { cards, createPaymegaSimulator } from '@ducat/paymega/simulator';
import { onTestFinished } from 'vitest';

// One key for all tests: generating RSA keys is slow.
const privateKey = generatePrivateKey();

/** Accounts of one merchant at both platforms, on loopback. */
export interface Accounts {
  readonly paymega: PaymegaOptions;
  readonly paycross: PayCrossOptions;
  readonly banks: { readonly paymega: PaymegaSimulator; readonly paycross: PayCrossSimulator };
}

/** Opens a merchant's accounts; they are closed with the test. */
export async function openAccounts(merchant: string): Promise<Accounts> {
  const account = {
    accountId: `coma_${merchant}`,
    apiKey: `api-key-of-${merchant}`,
    privateKeys: { live: `sk_live_of-${merchant}`, test: `sk_test_of-${merchant}` },
  };
  const shop = { shopId: merchant, secretKey: `secret-key-of-${merchant}` };
  const paymega = createPaymegaSimulator(account);
  const paycross = createPayCrossSimulator({ ...shop, privateKey, cards: [{ number: cards.approved }] });
  const [{ apiUrl, cardgateUrl, ...first }, { gatewayUrl, ...second }] = await Promise.all([
    paymega.listen(),
    paycross.listen(),
  ]);
  onTestFinished(async () => {
    await Promise.all([first.close(), second.close()]);
  });
  return {
    paymega: { ...account, baseUrl: apiUrl, cardgateUrl, testMode: true },
    paycross: { ...shop, baseUrl: gatewayUrl, webhookPublicKey: paycross.publicKey, testMode: true },
    banks: { paymega, paycross },
  };
}

/** An order. The platforms take a second one of the same amount on the same card for a mistake. */
export function order(euros = '10.00'): ChargeRequest {
  const card = new Card({ number: cards.approved, expiryMonth: 10, expiryYear: 2035, securityCode: '123' });
  return {
    amount: Money.parse(euros, 'EUR'),
    description: 'A hat',
    source: { kind: 'card', card },
    returnUrl: 'https://shop.example/return',
  };
}

/** What the bank behind a platform took for this merchant. */
export function taken({ banks }: Accounts): Readonly<Record<'paymega' | 'paycross', bigint>> {
  return {
    paymega: banks.paymega.bank.totals('EUR').captured,
    paycross: banks.paycross.bank.totals('EUR').captured,
  };
}
