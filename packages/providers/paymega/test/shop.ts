import type {
  Action,
  ActionRequired,
  Approved,
  AttemptContext,
  CardSource,
  ChargeRequest,
  CurrencyCode,
  Outcome,
  WebhookRequest,
} from '@ducat/core';
import { Card, Money } from '@ducat/core';
import type { Paymega, PaymegaOptions } from '../src/index.ts';
import { createPaymega } from '../src/index.ts';
import type { PaymegaSimulator, PaymegaSimulatorSettings } from '../simulator/index.ts';
import { cards, createPaymegaSimulator } from '../simulator/index.ts';
import type { ShopperArrival, SimulatedNetwork, VirtualClock } from '@ducat/simulator';
import { browse, createNetwork, createVirtualClock, empty } from '@ducat/simulator';
import { assert } from 'vitest';
import type { SimulatedTransport } from './simulated-transport.ts';
import { simulatedTransport } from './simulated-transport.ts';

export const account = {
  accountId: 'coma_1',
  apiKey: 'api-key-1',
  privateKeys: { live: 'sk_live_1', test: 'sk_test_1' },
} as const;

const api = 'https://api.paymega.test';
const cardgate = 'https://cardgate.paymega.test';

/** A merchant with its adapter, the platform and its bank, on one in-memory network under one virtual clock. */
export interface Shop {
  readonly simulator: PaymegaSimulator;
  readonly provider: Paymega;
  readonly transport: SimulatedTransport;
  readonly network: SimulatedNetwork;
  readonly clock: VirtualClock;
  readonly callbacks: readonly WebhookRequest[];
  /** A context with a reference of its own, or with the given one. */
  attempt(reference?: string): AttemptContext;
  /** Another adapter of the same account, as another process would have one. */
  another(options?: Partial<PaymegaOptions>): Paymega;
}

export function openShop(
  settings: Partial<PaymegaSimulatorSettings> = {},
  options: Partial<PaymegaOptions> = {},
): Shop {
  const clock = createVirtualClock(Date.UTC(2026, 10, 21));
  const network = createNetwork();
  const simulator = createPaymegaSimulator({ ...account, clock, ...settings });
  simulator.attach(network, { api, cardgate });
  const callbacks: WebhookRequest[] = [];
  network.attach('https://shop.test', async ({ headers, body }) => {
    callbacks.push({ headers, body });
    return empty(200);
  });
  const transport = simulatedTransport(network, [api, cardgate]);
  const another = (more: Partial<PaymegaOptions> = {}): Paymega =>
    createPaymega({ ...account, baseUrl: api, cardgateUrl: cardgate, testMode: true, ...options, ...more }, transport);
  let attempts = 0;
  return {
    simulator,
    provider: another(),
    transport,
    network,
    clock,
    callbacks,
    attempt: (reference = `attempt-${++attempts}`) => ({ reference, clock }),
    another,
  };
}

export function money(amount: string, currency: CurrencyCode = 'USD'): Money {
  return Money.parse(amount, currency);
}

export function cardSource(number: string = cards.approved, expiry = { month: '10', year: '35' }): CardSource {
  const card = new Card({
    number,
    expiryMonth: Number(expiry.month),
    expiryYear: 2000 + Number(expiry.year),
    holder: 'Jane Roe',
    securityCode: '123',
  });
  return { kind: 'card', card };
}

export function order(more: Partial<ChargeRequest> = {}): ChargeRequest {
  return {
    amount: money('10.01'),
    description: 'A hat',
    source: cardSource(),
    returnUrl: 'https://shop.test/back',
    webhookUrl: 'https://shop.test/callback',
    ...more,
  };
}

/** The shopper follows the action through the real pages until it is back at the merchant. */
export function visit(
  shop: Shop,
  action: Action,
  answers: Readonly<Record<string, string>> = {},
): Promise<ShopperArrival> {
  if (action.kind === 'wait') throw new Error('there is nothing to show');
  const form = action.kind === 'form_post' ? ({ method: 'POST', fields: action.fields } as const) : {};
  return browse(
    { url: action.url, ...form },
    {
      answers: { answer: 'approve', ...typed, ...answers },
      send: shop.network.send,
      isMerchant: (url) => url.startsWith('https://shop.test/'),
    },
  );
}

const typed = { card_number: cards.approved, card_holder: 'Jane Roe', exp_month: '10', exp_year: '35', cvv: '123' };

export function assertApproved(outcome: Outcome): asserts outcome is Approved {
  assert(outcome.status === 'approved', `approved, not ${JSON.stringify(outcome)}`);
}

export function assertAction(outcome: Outcome): asserts outcome is ActionRequired {
  assert(outcome.status === 'action_required', `action_required, not ${JSON.stringify(outcome)}`);
}

/** What the bank has of one reference. */
export function ledger(shop: Shop, reference: string): readonly string[] {
  return shop.simulator.bank.entries
    .filter((entry) => entry.reference === reference)
    .map(({ kind, amount }) => `${kind} ${amount}`);
}
