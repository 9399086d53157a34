import { browse, bytes, createNetwork, createVirtualClock, empty, noBody, sendOverHttp, text } from '@ducat/simulator';
import type { Send, ShopperArrival, ShopperStart, SimulatedNetwork, VirtualClock } from '@ducat/simulator';

import { cards, createPaymegaSimulator } from '../index.ts';
import type { PaymegaSimulator, PaymegaSimulatorSettings } from '../index.ts';

export interface Attributes {
  readonly status: string;
  readonly resolution: string;
  readonly hpp_url: string;
  readonly created: number;
  readonly payload: { readonly token: string } | null;
  readonly flow_data: { readonly action: string; readonly metadata: { readonly sid: string; readonly token: string } };
}

interface Resource {
  readonly id: string;
  readonly attributes: Attributes;
  readonly relationships: Readonly<Record<string, { readonly data: { readonly id: string } | null }>>;
}

interface ErrorBody {
  readonly errors: readonly { code: string; status: string; detail: string; source: { pointer: string } }[];
}

export interface AuthenticationPayload {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly params: Readonly<Record<string, string>>;
}

interface SaleBody {
  readonly status: string;
  readonly auth_payload: AuthenticationPayload;
}

/** A test says which body it expects; what it then finds missing fails it. */
export interface Answer<Body = { readonly data: Resource }> {
  readonly status: number;
  readonly body: Body & ErrorBody;
  readonly headers: Readonly<Record<string, string>>;
}

interface ReceivedCallback {
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: Uint8Array;
  readonly body: { readonly data: Resource };
}

/** A merchant and the platform, on one in-memory network under one virtual clock. */
export interface Shop {
  readonly simulator: PaymegaSimulator;
  readonly network: SimulatedNetwork;
  readonly clock: VirtualClock;
  readonly callbacks: ReceivedCallback[];
  api(method: string, path: string, body?: unknown, authorization?: string): Promise<Answer>;
  list(path: string): Promise<Answer<{ readonly data: readonly Resource[] }>>;
  create(attributes?: Record<string, unknown>): Promise<Answer>;
  operate(verb: 'capture' | 'void' | 'refund', id: string, attributes: object): Promise<Answer>;
  sale(invoice: Answer, attributes: object): Promise<Answer<SaleBody>>;
  shopper(start: ShopperStart, answers: Record<string, string>): Promise<ShopperArrival>;
  seen(invoice: Answer): ReturnType<PaymegaSimulator['invoices']['get']>;
}

export const account = { accountId: 'coma_1', apiKey: 'key', privateKeys: { live: 'sk_live_1', test: 'sk_test_1' } };
const basic = `Basic ${Buffer.from('coma_1:key').toString('base64')}`;
export const startMilliseconds: number = Date.UTC(2026, 10, 21);

export const card = (
  number: string,
  expiry: { month: string; year: string } = { month: '10', year: '35' },
): object => ({
  card_number: number,
  card_holder: 'Jane Roe',
  cvv: '123',
  exp_month: expiry.month,
  exp_year: expiry.year,
});

export const plainCard: object = card(cards.approved);

async function call<Body>(
  send: Send,
  method: string,
  url: string,
  body: unknown,
  authorization: string,
): Promise<Answer<Body>> {
  const response = await send(url, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    body: body === undefined ? noBody : bytes(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  const parsed = JSON.parse(text(response.body)) as Body & ErrorBody;
  return { status: response.status, headers: response.headers, body: parsed };
}

export function openShop(settings: Partial<PaymegaSimulatorSettings> = {}, send?: Send): Shop {
  const clock = createVirtualClock(startMilliseconds);
  const network = createNetwork();
  const simulator = createPaymegaSimulator({ ...account, clock, ...settings });
  simulator.attach(network);
  const callbacks: ReceivedCallback[] = [];
  network.attach('https://shop.test', async ({ headers, body }) => {
    callbacks.push({ headers, raw: body, body: JSON.parse(text(body)) as { data: Resource } });
    return empty(200);
  });
  const exchange = send ?? network.send;
  let references = 0;
  const shop: Shop = {
    simulator,
    network,
    clock,
    callbacks,
    api: (method, path, body, authorization = basic) =>
      call(exchange, method, `${simulator.origins.api}${path}`, body, authorization),
    list: (path) => call(exchange, 'GET', `${simulator.origins.api}${path}`, undefined, basic),
    create: (attributes = {}) =>
      shop.api('POST', '/payment-invoices', {
        data: {
          type: 'payment-invoices',
          attributes: {
            reference_id: `order-${++references}`,
            currency: 'USD',
            amount: 100,
            service: 'payment_card_USD_hpp',
            test_mode: true,
            return_url: 'https://shop.test/back',
            callback_url: 'https://shop.test/callback',
            ...attributes,
          },
        },
      }),
    operate: (verb, id, attributes) =>
      shop.api('POST', `/payment-invoices/${id}/${verb}`, {
        data: { id, type: verb === 'refund' ? 'refund' : 'payment-invoices', attributes },
      }),
    sale: (invoice, attributes) =>
      call(
        exchange,
        'POST',
        `${simulator.origins.cardgate}/payment/sale`,
        { data: { type: 'sale-operation', attributes } },
        `Bearer ${invoice.body.data.attributes.flow_data.metadata.token}`,
      ),
    shopper: (start, answers) =>
      browse(start, { answers, send: exchange, isMerchant: (url) => url.startsWith('https://shop.test/') }),
    seen: (invoice) => simulator.invoices.get(invoice.body.data.id),
  };
  return shop;
}

export async function overHttp(
  settings: Partial<PaymegaSimulatorSettings> = {},
): Promise<Shop & { close(): Promise<void> }> {
  const shop = openShop(settings, sendOverHttp);
  const listening = await shop.simulator.listen();
  return { ...shop, close: () => listening.close() };
}
