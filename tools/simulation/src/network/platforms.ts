import type { Clock, Provider } from '@ducat/core';
import type { HttpResponse, Transport } from '@ducat/adapter-kit';
import { createPayCross } from '@ducat/paycross';
import type { PayCrossSimulator } from '@ducat/paycross/simulator';
import { createPayCrossSimulator } from '@ducat/paycross/simulator';
import { createPaymega } from '@ducat/paymega';
import type { PaymegaSimulator } from '@ducat/paymega/simulator';
import { createPaymegaSimulator } from '@ducat/paymega/simulator';
import type { SimulatedNetwork } from '@ducat/simulator';
import { createNetwork, createRandom } from '@ducat/simulator';
import { seedFor } from '../chance/dice.ts';
import type { ProviderId } from '../faults/steps.ts';
import { issuedCards } from '../scenario/cards.ts';
import { payCrossAccount, paymegaAccount, webhookKey } from './accounts.ts';
import { Platform } from './platform.ts';

const origins = { api: 'https://api.paymega.test', cardgate: 'https://cardgate.paymega.test' };
export const webhookUrl = 'https://shop.test/webhooks';

/** Takes a webhook of a provider to the merchant and comes back with the merchant's status. */
export type Deliver = (
  provider: ProviderId,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
) => Promise<number>;

/** Both providers with their banks, on one network. */
export interface Platforms {
  readonly network: SimulatedNetwork;
  readonly paymega: PaymegaSimulator;
  readonly paycross: PayCrossSimulator;
  readonly byId: Readonly<Record<ProviderId, Platform>>;
}

export function createPlatforms(clock: Clock, seed: number, deliver: Deliver): Platforms {
  const network = createNetwork();
  const answer = async (
    ...message: Parameters<Deliver>
  ): Promise<HttpResponse & { headers: Record<string, string> }> => ({
    status: await deliver(...message),
    headers: {},
    body: new Uint8Array(0),
  });
  network.attach(webhookUrl, ({ headers, body }) => answer('paycross', { headers, body }));
  const paymega = createPaymegaSimulator({
    ...paymegaAccount,
    clock,
    random: createRandom(seedFor(seed, 'paymega')),
    deliver: (_url, { headers, body }) => answer('paymega', { headers, body }),
    // Both ways that a platform may take exist; which one, the seed says.
    refundDelaySeconds: seed % 2 === 0 ? 0 : 1800,
    payoutDelaySeconds: seed % 3 === 0 ? 0 : 60,
  });
  paymega.attach(network, origins);
  const paycross = createPayCrossSimulator({
    ...payCrossAccount,
    clock,
    privateKey: webhookKey,
    seed: seedFor(seed, 'paycross'),
    cards: issuedCards,
    options: { notifyAboutChildren: seed % 2 === 0 },
  });
  paycross.attach(network);
  return {
    network,
    paymega,
    paycross,
    byId: {
      paymega: new Platform('paymega', network, clock),
      paycross: new Platform('paycross', network, clock),
    },
  };
}

/** What makes adapters. */
export interface AdapterMakers {
  readonly createPaymega: typeof createPaymega;
  readonly createPayCross: typeof createPayCross;
}

export const realAdapters: AdapterMakers = { createPaymega, createPayCross };

/** The adapters, as one process has them. */
export function createAdapters(
  makers: AdapterMakers,
  transports: Readonly<Record<ProviderId, Transport>>,
  publicKey: string,
): Readonly<Record<ProviderId, Provider>> {
  return {
    paymega: makers.createPaymega(
      { ...paymegaAccount, baseUrl: origins.api, cardgateUrl: origins.cardgate, testMode: true },
      transports.paymega,
    ),
    paycross: makers.createPayCross(
      { ...payCrossAccount, webhookPublicKey: publicKey, testMode: true },
      transports.paycross,
    ),
  };
}
