import type { Provider } from '@ducat/core';
import { createPayCross } from '@ducat/paycross';
import { createPayCrossSimulator, generatePrivateKey } from '@ducat/paycross/simulator';
import { createPaymega } from '@ducat/paymega';
import type { PaymegaSimulatorSettings } from '@ducat/paymega/simulator';
import { cards, createPaymegaSimulator } from '@ducat/paymega/simulator';
import type { Transport } from '@ducat/adapter-kit';
import { bytes } from '@ducat/simulator';
import type { Bank, Courier, SimulatedNetwork, VirtualClock } from '@ducat/simulator';

export type ProviderName = 'paymega' | 'paycross';

/** One provider with its bank, its pages and its adapter. */
export interface Simulated {
  readonly provider: Provider;
  readonly bank: Bank;
  readonly courier: Courier;
  /** Cards by what the shopper has to do. */
  readonly cards: { readonly approved: string; readonly version1: string; readonly version2: string };
}

export type ThreeDSecure = PaymegaSimulatorSettings['threeDSecure'];

// One key for all tests: generating RSA keys is slow.
const privateKey = generatePrivateKey();

export function simulate(
  name: ProviderName,
  network: SimulatedNetwork,
  clock: VirtualClock,
  threeDSecure: ThreeDSecure = {},
): Simulated {
  return name === 'paymega' ? simulatePaymega(network, clock, threeDSecure) : simulatePayCross(network, clock);
}

function simulatePaymega(
  network: SimulatedNetwork,
  clock: VirtualClock,
  threeDSecure: NonNullable<ThreeDSecure>,
): Simulated {
  const account = { accountId: 'coma_1', apiKey: 'api-key-1', privateKeys: { live: 'sk_live_1', test: 'sk_test_1' } };
  const simulator = createPaymegaSimulator({ ...account, clock, threeDSecure });
  const urls = { api: 'https://api.paymega.test', cardgate: 'https://cardgate.paymega.test' };
  simulator.attach(network, urls);
  const options = { ...account, baseUrl: urls.api, cardgateUrl: urls.cardgate, testMode: true };
  return {
    provider: createPaymega(options, transportOn(network)),
    bank: simulator.bank,
    courier: simulator.courier,
    cards: { approved: cards.approved, version1: cards.threeDSecure1, version2: cards.threeDSecure2 },
  };
}

function simulatePayCross(network: SimulatedNetwork, clock: VirtualClock): Simulated {
  const account = { shopId: '361', secretKey: 'secret-key-1' };
  const simulator = createPayCrossSimulator({ ...account, clock, privateKey });
  simulator.attach(network);
  const options = { ...account, webhookPublicKey: simulator.publicKey, testMode: true };
  const { approved, threeDSecureOne, challenge } = simulator.cards;
  return {
    provider: createPayCross(options, transportOn(network)),
    bank: simulator.bank,
    courier: simulator.courier,
    cards: { approved: approved.number, version1: threeDSecureOne.number, version2: challenge.number },
  };
}

function transportOn({ send }: SimulatedNetwork): Transport {
  return {
    async send({ method, origin, path, headers, body = '' }) {
      const encoded = bytes(body);
      return await send(`${origin}${path}`, { method, headers, body: encoded });
    },
    close: async () => undefined,
  };
}
