import { setImmediate as nextTurn } from 'node:timers/promises';

import { listen, sendOverHttp } from '@ducat/simulator';
import type { Bank, Clock, Courier, RequestHandler, SimulatedNetwork } from '@ducat/simulator';

import { acsRoutes } from './acs/routes.ts';
import { cardgateRoutes } from './cardgate/routes.ts';
import { cards } from './cards/catalogue.ts';
import type { TestCards } from './cards/catalogue.ts';
import type { Verdict } from './cards/decision.ts';
import type { Controls, Surface } from './controls.ts';
import { createWorld } from './create-world.ts';
import { disturbed } from './http/disturbed.ts';
import { createRouter } from './http/router.ts';
import type { Route } from './http/router.ts';
import { createInspection } from './inspection.ts';
import type { Inspection } from './inspection.ts';
import { settle } from './invoices/settle.ts';
import { settlePayout } from './payouts/process.ts';
import { privateApiRoutes } from './private-api.ts';
import { completeSettings } from './settings.ts';
import type { PaymegaSimulatorSettings, ThreeDSecureSettings } from './settings.ts';
import type { Origins } from './world.ts';

export interface PaymegaListening {
  readonly apiUrl: string;
  readonly cardgateUrl: string;
  readonly acsUrl: string;
  close(): Promise<void>;
}

export interface PaymegaSimulator extends Inspection {
  readonly handlers: Readonly<Record<Surface, RequestHandler>>;
  /** Where the surfaces are now; every URL the platform hands out starts with one of these. */
  readonly origins: Readonly<Origins>;
  listen(): Promise<PaymegaListening>;
  /** Without sockets: callbacks leave through the same network. */
  attach(network: SimulatedNetwork, origins?: Partial<Origins>): void;
  readonly bank: Bank;
  readonly courier: Courier;
  readonly clock: Clock;
  readonly controls: Controls;
  /** May be changed between payments. */
  readonly threeDSecure: ThreeDSecureSettings;
  readonly cards: TestCards;
  /** Ends a pending payment or payout; by id or by reference. */
  settle(idOrReference: string, verdict: Verdict): void;
}

export function createPaymegaSimulator(given: PaymegaSimulatorSettings): PaymegaSimulator {
  const settings = completeSettings(given);
  let send = given.deliver;
  const world = createWorld(settings, async (url, request) => {
    // Lets the response to the request that caused the callback leave first.
    await nextTurn();
    return (send ?? sendOverHttp)(url, request);
  });
  const { controls, clock, origins } = world;
  const surface = (name: Surface, routes: readonly Route[]): RequestHandler =>
    disturbed(name, createRouter(routes), controls, clock);
  const handlers = {
    api: surface('api', privateApiRoutes(world)),
    cardgate: surface('cardgate', cardgateRoutes(world)),
    acs: surface('acs', acsRoutes(world)),
  };

  return {
    ...createInspection(world),
    handlers,
    origins,
    bank: world.bank,
    courier: world.courier,
    clock,
    controls,
    threeDSecure: settings.threeDSecure,
    cards,
    async listen() {
      const listening = await listen(handlers);
      Object.assign(origins, listening.origins);
      const { api, cardgate, acs } = listening.origins;
      return { apiUrl: api, cardgateUrl: cardgate, acsUrl: acs, close: () => listening.close() };
    },
    attach(network, chosen) {
      Object.assign(origins, chosen);
      send ??= network.send;
      network.attach(origins.api, handlers.api);
      network.attach(origins.cardgate, handlers.cardgate);
      network.attach(origins.acs, handlers.acs);
    },
    settle(idOrReference, verdict) {
      const { invoices, payouts } = world;
      const invoice = invoices.get(idOrReference) ?? invoices.byReference(idOrReference);
      const payout = payouts.get(idOrReference) ?? payouts.byReference(idOrReference);
      if (invoice !== undefined) settle(world, invoice, verdict);
      else if (payout !== undefined) settlePayout(world, payout, verdict);
      else throw new Error(`Neither an invoice nor a payout: ${idOrReference}`);
    },
  };
}
