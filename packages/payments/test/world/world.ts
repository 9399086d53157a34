import type { Provider, WebhookRequest } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import type { ChargeRequest } from '@ducat/core';
import type { Journal } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import type { PayCross } from '@ducat/paycross';
import { createPayCross } from '@ducat/paycross';
import type { PayCrossSimulator } from '@ducat/paycross/simulator';
import { createPayCrossSimulator, generatePrivateKey } from '@ducat/paycross/simulator';
import type { Paymega } from '@ducat/paymega';
import { createPaymega } from '@ducat/paymega';
import type { PaymegaSimulator } from '@ducat/paymega/simulator';
import { cards, createPaymegaSimulator } from '@ducat/paymega/simulator';
import type { VirtualClock } from '@ducat/simulator';
import { createNetwork, createVirtualClock, empty } from '@ducat/simulator';
import type { Payments, PaymentsOptions } from '../../src/index.ts';
import { createPayments } from '../../src/index.ts';
import type { ShakyTransport } from './shaky-transport.ts';
import { shakyTransport } from './shaky-transport.ts';

// One key for all tests: generating RSA keys is slow.
const privateKey = generatePrivateKey();

const paymegaAccount = {
  accountId: 'coma_1',
  apiKey: 'api-key-1',
  privateKeys: { live: 'sk_live_1', test: 'sk_test_1' },
};
const payCrossAccount = { shopId: '361', secretKey: 'secret-key-1' };

/** Both providers with their banks on one in-memory network, under one virtual clock, and one journal. */
export interface World {
  readonly clock: VirtualClock;
  readonly journal: Journal;
  readonly paymega: {
    readonly simulator: PaymegaSimulator;
    readonly transport: ShakyTransport;
    readonly provider: Paymega;
  };
  readonly paycross: {
    readonly simulator: PayCrossSimulator;
    readonly transport: ShakyTransport;
    readonly provider: PayCross;
  };
  /** Webhooks that arrived, oldest first, with the provider's id. */
  readonly webhooks: readonly (readonly [provider: string, request: WebhookRequest])[];
  /** An engine on the world's journal, as another process would have one. */
  open(options?: Partial<PaymentsOptions>): Payments;
  /** Everything both banks did, oldest first: `paymega charge 1050`. */
  ledger(): readonly string[];
}

export function openWorld(order: readonly ('paymega' | 'paycross')[] = ['paymega', 'paycross']): World {
  const clock = createVirtualClock(Date.UTC(2026, 10, 21));
  const network = createNetwork();
  const webhooks: [string, WebhookRequest][] = [];
  for (const provider of order) {
    network.attach(`https://${provider}.shop.test`, async ({ headers, body }) => {
      webhooks.push([provider, { headers, body }]);
      return empty(200);
    });
  }
  const paymegaSimulator = createPaymegaSimulator({ ...paymegaAccount, clock });
  const api = 'https://api.paymega.test';
  const cardgateUrl = 'https://cardgate.paymega.test';
  paymegaSimulator.attach(network, { api, cardgate: cardgateUrl });
  const payCrossSimulator = createPayCrossSimulator({
    ...payCrossAccount,
    clock,
    privateKey,
    cards: [{ number: cards.approved }],
  });
  payCrossSimulator.attach(network);
  const [paymegaTransport, payCrossTransport] = [shakyTransport(network), shakyTransport(network)];
  const paymega = {
    simulator: paymegaSimulator,
    transport: paymegaTransport,
    provider: createPaymega({ ...paymegaAccount, baseUrl: api, cardgateUrl, testMode: true }, paymegaTransport),
  };
  const paycross = {
    simulator: payCrossSimulator,
    transport: payCrossTransport,
    provider: createPayCross(
      { ...payCrossAccount, webhookPublicKey: payCrossSimulator.publicKey, testMode: true },
      payCrossTransport,
    ),
  };
  const journal = createMemoryJournal();
  const providers: readonly Provider[] = order.map((id) => ({ paymega, paycross })[id].provider);
  return {
    clock,
    journal,
    paymega,
    paycross,
    webhooks,
    open: (options = {}) => createPayments({ providers, journal, clock, recovery: false, ...options }),
    ledger: () =>
      order.flatMap((id) =>
        ({ paymega, paycross })[id].simulator.bank.entries.map(({ kind, amount }) => `${id} ${kind} ${amount}`),
      ),
  };
}

/** An order of 10.50 EUR with a card that every provider approves. */
export function order(more: Partial<ChargeRequest> = {}): ChargeRequest {
  const card = new Card({
    number: cards.approved,
    expiryMonth: 10,
    expiryYear: 2035,
    holder: 'Jane Roe',
    securityCode: '123',
  });
  return {
    amount: Money.parse('10.50', 'EUR'),
    description: 'A hat',
    source: { kind: 'card', card },
    returnUrl: 'https://shop.test/back',
    ...more,
  };
}
