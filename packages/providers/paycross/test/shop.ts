import { browse, createNetwork, createVirtualClock, empty } from '@ducat/simulator';
import type { SimulatedNetwork, SimulatedRequest, VirtualClock } from '@ducat/simulator';
import type { Action, WebhookRequest } from '@ducat/core';
import { createPayCross } from '../src/index.ts';
import type { PayCross, PayCrossOptions } from '../src/index.ts';
import { createPayCrossSimulator, generatePrivateKey } from '../simulator/index.ts';
import type { IssuedCard, PayCrossSimulator, ShopOptions } from '../simulator/index.ts';
import { createBridge } from './bridge.ts';
import type { Bridge } from './bridge.ts';

export const gatewayUrl = 'https://gateway.pay-cross.com';
export const shopUrl = 'https://shop.example';
export const account = { shopId: '361', secretKey: 'b8647b68898b084b836474ed8d61ffe1' } as const;
const start = Date.parse('2026-11-21T12:00:00Z');

// One key for all tests: generating RSA keys is slow.
const privateKey = generatePrivateKey();

/** A merchant's shop at a simulated PayCross, all in memory and on a virtual clock. */
export interface Shop {
  readonly provider: PayCross;
  readonly simulator: PayCrossSimulator;
  readonly clock: VirtualClock;
  readonly network: SimulatedNetwork;
  readonly bridge: Bridge;
  /** Webhooks that arrived, oldest first. */
  webhooks(): Promise<readonly WebhookRequest[]>;
  /** A second object with the same configuration, as another process would have. */
  anotherProvider(options?: Partial<PayCrossOptions>): PayCross;
  /** A browser does what the action says; the request with which it comes back to the merchant. */
  shop(
    action: Action,
    decision: 'approve' | 'refuse' | 'abandon',
  ): Promise<{ readonly url: string; readonly body: string }>;
}

export interface ShopSettings {
  readonly simulator?: Partial<ShopOptions>;
  readonly provider?: Partial<PayCrossOptions>;
  readonly cards?: readonly IssuedCard[];
}

export function openShop(settings: ShopSettings = {}): Shop {
  const clock = createVirtualClock(start);
  const { cards = [], simulator: options = {} } = settings;
  const simulator = createPayCrossSimulator({ ...account, clock, privateKey, cards, options });
  const network = createNetwork();
  simulator.attach(network);
  const received: SimulatedRequest[] = [];
  network.attach(shopUrl, async (request) => {
    received.push(request);
    return empty(200);
  });
  const bridge = createBridge(network, [gatewayUrl]);
  const configuration = { ...account, webhookPublicKey: simulator.publicKey, testMode: true, ...settings.provider };
  return {
    provider: createPayCross(configuration, bridge),
    simulator,
    clock,
    network,
    bridge,
    async webhooks() {
      await simulator.courier.idle();
      return received.map(({ headers, body }) => ({ headers, body }));
    },
    anotherProvider: (other = {}) => createPayCross({ ...configuration, ...other }, bridge),
    async shop(action, decision) {
      if (action.kind === 'wait') throw new Error('there is nothing to show');
      const begin =
        action.kind === 'form_post'
          ? ({ url: action.url, method: 'POST', fields: action.fields } as const)
          : { url: action.url };
      const isMerchant = (url: string): boolean => url.startsWith(shopUrl);
      const arrival = await browse(begin, { answers: { decision }, isMerchant, send: network.send });
      return { url: arrival.url, body: Buffer.from(arrival.body).toString('utf8') };
    },
  };
}
