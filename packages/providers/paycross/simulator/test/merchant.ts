import { bytes, createNetwork, createVirtualClock, empty, noBody, text } from '@ducat/simulator';
import type { SimulatedNetwork, SimulatedRequest, VirtualClock } from '@ducat/simulator';

import { createPayCrossSimulator, generatePrivateKey } from '../index.ts';
import type { PayCrossSimulator, PayCrossSimulatorSettings } from '../index.ts';

export const gatewayUrl = 'https://gateway.pay-cross.com';
export const shopUrl = 'https://shop.example';
export const returnUrl: string = `${shopUrl}/return`;
const notificationUrl = `${shopUrl}/webhooks`;
export const credentials: { readonly shopId: string; readonly secretKey: string } = {
  shopId: '361',
  secretKey: 'b8647b68898b084b',
};
export const authorization: string = `Basic ${Buffer.from('361:b8647b68898b084b').toString('base64')}`;
const start = Date.parse('2026-11-21T12:00:00Z');

// One key for all tests: generating RSA keys is slow.
const privateKey = generatePrivateKey();

// Bodies are whatever JSON came back; assertions say what it must be.
export type Body = { readonly [field: string]: Body } & { readonly [index: number]: Body };

interface Reply {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Merchant {
  readonly simulator: PayCrossSimulator;
  readonly clock: VirtualClock;
  readonly network: SimulatedNetwork;
  /** Webhooks received so far. */
  readonly received: readonly SimulatedRequest[];
  /** What the webhook endpoint answers from now on. */
  readonly acknowledgeWith: (status: number) => void;
  readonly post: (kind: string, request: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
}

export function createMerchant(settings: Partial<PayCrossSimulatorSettings> = {}): Merchant {
  const clock = createVirtualClock(start);
  const simulator = createPayCrossSimulator({ ...credentials, clock, privateKey, ...settings });
  const network = createNetwork();
  simulator.attach(network);
  const received: SimulatedRequest[] = [];
  let acknowledgement = 200;
  network.attach(shopUrl, async (request) => {
    received.push(request);
    return empty(acknowledgement);
  });

  const call = async (
    method: string,
    path: string,
    body: Uint8Array,
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply> => {
    const response = await network.send(`${gatewayUrl}${path}`, {
      method,
      headers: { authorization, accept: 'application/json', ...headers },
      body,
    });
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(text(response.body)) as Body,
    };
  };

  return {
    simulator,
    clock,
    network,
    received,
    acknowledgeWith(status) {
      acknowledgement = status;
    },
    post: (kind, request, headers = {}) =>
      call('POST', `/transactions/${kind}`, bytes(JSON.stringify({ request })), {
        'content-type': 'application/json',
        ...headers,
      }),
    get: (path, headers = {}) => call('GET', path, noBody, headers),
  };
}

/** A field that must be text, or the test is wrong. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`Expected text, got ${JSON.stringify(value)}`);
  return value;
}

interface CardRequest {
  readonly [field: string]: unknown;
}

export function cardOf(number: string, changes: CardRequest = {}): CardRequest {
  return {
    number,
    verification_value: '123',
    holder: 'John Doe',
    exp_month: '05',
    exp_year: '2030',
    ...changes,
  };
}

export const approvedCard: CardRequest = cardOf('4200000000000000');

export function order(changes: CardRequest = {}): CardRequest {
  return {
    amount: 1000,
    currency: 'EUR',
    description: 'Order 7',
    tracking_id: 'order-7',
    test: true,
    return_url: returnUrl,
    notification_url: notificationUrl,
    credit_card: approvedCard,
    ...changes,
  };
}
