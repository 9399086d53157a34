import { createBank, createCourier, createRandom, createRealClock, listen, sendOverHttp } from '@ducat/simulator';
import type { Bank, Clock, Courier, RequestHandler, Send, SimulatedNetwork } from '@ducat/simulator';

import { createAddresses, publicOrigins } from './addresses.ts';
import type { Origins } from './addresses.ts';
import { createIssuer } from './cards/issuer.ts';
import { publishedCards } from './cards/published.ts';
import type { PublishedCards } from './cards/published.ts';
import { createTokenVault } from './cards/token-vault.ts';
import { createAccessServerHandler } from './challenge/access-server.ts';
import { createSeal } from './challenge/seal.ts';
import { createControls, createVerdicts } from './controls.ts';
import type { PayCrossControls } from './controls.ts';
import { createDuplicates } from './gateway/duplicates.ts';
import { createFaults } from './gateway/faults.ts';
import { createGatewayHandler } from './gateway/handler.ts';
import { createRepetitions } from './gateway/repetition.ts';
import { defaultShopOptions } from './options.ts';
import type { Platform } from './platform.ts';
import type { PayCrossSimulatorSettings } from './settings.ts';
import { createInspection } from './transactions/inspection.ts';
import type { TransactionInspection } from './transactions/inspection.ts';
import { createRegister } from './transactions/register.ts';
import { createNotifier } from './webhooks/notifier.ts';
import { createRetryPolicy } from './webhooks/retry-policy.ts';
import { createSigningKey, generatePrivateKey } from './webhooks/signing-key.ts';

export interface PayCrossListening {
  readonly gatewayUrl: string;
  readonly acsUrl: string;
  readonly close: () => Promise<void>;
}

export interface PayCrossSimulator {
  readonly handlers: { readonly gateway: RequestHandler; readonly acs: RequestHandler };
  /** Real HTTP on 127.0.0.1; webhooks go out over real HTTP too. */
  listen(): Promise<PayCrossListening>;
  /** On an in-memory network, at the platform's public addresses unless told otherwise. */
  attach(network: SimulatedNetwork, origins?: Origins): void;
  readonly bank: Bank;
  readonly courier: Courier;
  readonly clock: Clock;
  /** Of the webhooks, one line of base64. */
  readonly publicKey: string;
  readonly controls: PayCrossControls;
  readonly transactions: TransactionInspection;
  readonly cards: PublishedCards;
}

export function createPayCrossSimulator(settings: PayCrossSimulatorSettings): PayCrossSimulator {
  const { shopId, secretKey, clock = createRealClock(), seed = 1, bank = createBank(clock) } = settings;
  const options = { ...defaultShopOptions, ...settings.options };
  const account = { shopId, secretKey };
  const random = createRandom(seed);
  let deliver: Send = settings.send ?? sendOverHttp;
  const courier = createCourier({
    clock,
    // Its own stream, so that retries do not change the identifiers of a run.
    policy: createRetryPolicy(createRandom(seed + 1)),
    deliver: (url, message) => deliver(url, message),
  });
  const signingKey = createSigningKey(settings.privateKey ?? generatePrivateKey());
  const notifier = createNotifier(courier, account, signingKey);
  const verdicts = createVerdicts();
  const faults = createFaults();

  const platform: Platform = {
    options,
    clock,
    random,
    bank,
    issuer: createIssuer(settings.cards ?? []),
    tokens: createTokenVault(random),
    register: createRegister(clock, random),
    duplicates: createDuplicates(clock),
    addresses: createAddresses(),
    seal: createSeal(random.identifier(32)),
    verdicts,
    notify: (transaction) => notifier.notify(platform, transaction),
  };

  const repetitions = createRepetitions(clock, options.repeatedAnswer);
  const handlers = {
    gateway: createGatewayHandler({ platform, account, faults, repetitions }),
    acs: createAccessServerHandler(platform.seal),
  };

  return {
    handlers,
    async listen() {
      const listening = await listen(handlers);
      const { origins } = listening;
      platform.addresses.moveTo(origins);
      deliver = settings.send ?? sendOverHttp;
      return { gatewayUrl: origins.gateway, acsUrl: origins.acs, close: () => listening.close() };
    },
    attach(network, origins = publicOrigins) {
      network.attach(origins.gateway, handlers.gateway);
      network.attach(origins.acs, handlers.acs);
      platform.addresses.moveTo(origins);
      deliver = network.send;
    },
    bank,
    courier,
    clock,
    publicKey: signingKey.publicKey,
    controls: createControls(platform, verdicts, faults, notifier),
    transactions: createInspection(platform.register),
    cards: publishedCards,
  };
}
