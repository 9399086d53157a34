import type { ChargeRequest, Journal } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import type { OperationResult, Payments } from '@ducat/payments';
import { createPayments } from '@ducat/payments';
import type { RequestHandler, Send, ShopperArrival, SimulatedNetwork, VirtualClock } from '@ducat/simulator';
import { browse, createNetwork, createVirtualClock, sendOverHttp } from '@ducat/simulator';
import type { WebEvent, WebHandlers, WebOptions } from '../../src/index.ts';
import { createWebHandlers } from '../../src/index.ts';
import type { ProviderName, Simulated, ThreeDSecure } from './simulators.ts';
import { simulate } from './simulators.ts';

type Decision = 'approve' | 'refuse' | 'abandon';

/** A shop with one provider, its bank, and the handlers mounted at `https://shop.test/payments`. */
export interface Shop extends Simulated {
  readonly clock: VirtualClock;
  readonly payments: Payments;
  readonly web: WebHandlers;
  /** What the operator was told. */
  readonly events: readonly WebEvent[];
  /** The network that the browsers of shoppers are on. */
  readonly send: Send;
  /** Sends a request to the handlers. */
  readonly ask: (url: string, init?: RequestInit) => Promise<Response>;
  /** Pays an order; the shopper is not asked yet. */
  readonly pay: (key: string, cardNumber: string, amount?: string) => Promise<OperationResult>;
  /** The shopper goes where the URL leads, decides at the bank, and arrives at the result page. */
  readonly walk: (url: string, decision?: Decision) => Promise<ShopperArrival>;
  /** How the payment stands. */
  readonly status: (key: string) => Promise<OperationResult['status'] | undefined>;
}

export interface ShopPlan {
  readonly provider?: ProviderName;
  readonly threeDSecure?: ThreeDSecure;
  readonly web?: Partial<WebOptions>;
  readonly journal?: Journal;
  /** Where a real server stands, when the handlers are mounted on one. */
  readonly origin?: string;
}

export const linkKey = 'k9VtGq2mZx7LpR4wYc8NdB3fHs6JuA1e';

export const result = 'https://www.shop.test/thanks';

export function openShop(plan: ShopPlan = {}): Shop {
  const { provider: name = 'paymega', origin = 'https://shop.test', journal = createMemoryJournal() } = plan;
  const clock = createVirtualClock(Date.UTC(2026, 10, 22));
  const network = networkWithSockets();
  const simulated = simulate(name, network, clock, plan.threeDSecure);
  const payments = createPayments({ providers: [simulated.provider], journal, clock, recovery: false });
  const events: WebEvent[] = [];
  const web = createWebHandlers({
    payments,
    baseUrl: `${origin}/payments`,
    linkKeys: [linkKey],
    resultUrl: result,
    allowLoopback: origin.startsWith('http:'),
    onEvent: (event) => void events.push(event),
    ...plan.web,
  });
  network.attach('https://shop.test', served(web));
  return {
    ...simulated,
    clock,
    payments,
    web,
    events,
    send: network.send,
    ask: async (url, init) => await web.handle(new Request(url, init)),
    pay: async (key, cardNumber, amount) =>
      await payments.charge({ ...order(cardNumber, amount), ...web.links(key).request }, { key }),
    async walk(url, decision = 'approve') {
      const answers = { answer: decision, decision };
      const isMerchant = (place: string): boolean => place.startsWith('https://www.shop.test/');
      return await browse({ url }, { answers, isMerchant, send: network.send });
    },
    status: async (key) => (await payments.get(key))?.operations[0].status,
  };
}

export function order(cardNumber: string, amount: string = '10.50'): ChargeRequest {
  const card = new Card({
    number: cardNumber,
    expiryMonth: 10,
    expiryYear: 2035,
    holder: 'Jane Roe',
    securityCode: '123',
  });
  return { amount: Money.parse(amount, 'EUR'), description: 'A hat', source: { kind: 'card', card } };
}

/** In memory, but for what is on this machine: there stands a real server. */
function networkWithSockets(): SimulatedNetwork {
  const network = createNetwork();
  return {
    attach: (origin, handler) => network.attach(origin, handler),
    send: async (url, request) =>
      await (url.startsWith('http://127.0.0.1') ? sendOverHttp : network.send)(url, request),
  };
}

function served(web: WebHandlers): RequestHandler {
  return async ({ method, path, headers, body }) => {
    const init = { method, headers, ...(body.length > 0 ? { body: new Uint8Array(body) } : {}) };
    const response = await web.handle(new Request(`https://shop.test${path}`, init));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };
}
