import type { Clock, Journal, Provider } from '@ducat/core';
import type { Logger, Observer, PaymentsOptions, Subscriber, TokenVault } from '@ducat/payments';
import type { Router, Routes } from '@ducat/router';
import type { ServiceIdentifier } from 'inversify';
import { ContainerModule } from 'inversify';
import { requireOneAtMost } from './check.ts';
import { ENGINE_ROOM, EngineRoom } from './engine-room.ts';
import type { Make, Tokens } from './made.ts';
import { bindGiven, given } from './made.ts';
import type { Parts, Surroundings } from './parts.ts';
import { forgetPlans } from './plans.ts';
import {
  CLOCK,
  JOURNAL,
  LOGGER,
  OBSERVER,
  PAYMENTS,
  PROVIDER,
  ROUTES,
  SUBSCRIBER,
  TENANT_NAME,
  VAULT,
} from './tokens.ts';

/** How the engine behaves, beside what it is made of. */
export type PaymentsSettings = Pick<PaymentsOptions, 'limits' | 'delivery' | 'recovery'>;

/**
 * Binds `PAYMENTS`: one engine for the whole container, made when it is asked for the first time, of everything that is
 * bound then: `PROVIDER`s and a `JOURNAL`, perhaps `ROUTES`, `VAULT`, `SUBSCRIBER`s, `LOGGER`, `OBSERVER`, `CLOCK`.
 *
 * What is missing, or bound twice, is said before anything is sent, with the module to load.
 *
 * @example
 * container.load(providerModule(paymega), journalModule(journal), paymentsModule());
 * const payments = container.get(PAYMENTS);
 */
export function paymentsModule(settings?: PaymentsSettings): ContainerModule;
export function paymentsModule<Taken extends unknown[]>(
  make: Make<PaymentsSettings, Taken>,
  tokens: Tokens<Taken>,
): ContainerModule;
export function paymentsModule<Taken extends unknown[]>(
  settings: PaymentsSettings | Make<PaymentsSettings, Taken> = {},
  tokens?: Tokens<Taken>,
): ContainerModule {
  return new ContainerModule((binder) => {
    const { bind } = binder;
    // Of this loading alone: a container over or under this one has its own.
    const room = new EngineRoom();
    const own: ServiceIdentifier<PaymentsSettings> = Symbol('settings of PAYMENTS');
    const opened: ServiceIdentifier<EngineRoom> = Symbol('engine room of PAYMENTS');
    const around: ServiceIdentifier<Surroundings> = Symbol('surroundings of PAYMENTS');
    bindGiven<PaymentsSettings, Taken>(bind<PaymentsSettings>(own), given(settings, tokens));
    bind<Surroundings>(around)
      .toResolvedValue(surroundings, [own, every(CLOCK), every(LOGGER), every(OBSERVER), every(TENANT_NAME)])
      .inTransientScope();
    bind(ENGINE_ROOM).toConstantValue(room);
    // inversify lets go only what was asked for, and PAYMENTS ask for this one.
    bind<EngineRoom>(opened)
      .toConstantValue(room)
      .onDeactivation((each) => each.close());
    bind(PAYMENTS)
      .toResolvedValue(
        (entered: EngineRoom, found: Surroundings, ...bound: PartsInOrder) => entered.enter(partsOf(bound), found),
        [opened, around, every(PROVIDER), every(JOURNAL), every(ROUTES), every(VAULT), every(SUBSCRIBER)],
      )
      .inTransientScope()
      .whenDefault();
    forgetPlans(binder, PAYMENTS);
  });
}

interface Every<Value> {
  readonly serviceIdentifier: ServiceIdentifier<Value>;
  readonly isMultiple: true;
}

/** All that is bound under the token, none included. */
function every<Value>(serviceIdentifier: ServiceIdentifier<Value>): Every<Value> {
  return { serviceIdentifier, isMultiple: true };
}

type PartsInOrder = [Provider[], Journal[], (Router | Routes)[], TokenVault[], Subscriber[]];

function partsOf([providers, journals, routes, vaults, subscribers]: PartsInOrder): Parts {
  return { PROVIDER: providers, JOURNAL: journals, ROUTES: routes, VAULT: vaults, SUBSCRIBER: subscribers };
}

function surroundings(
  settings: PaymentsSettings,
  clocks: Clock[],
  loggers: Logger[],
  observers: Observer[],
  names: string[],
): Surroundings {
  const options = {
    ...settings,
    clock: requireOneAtMost('CLOCK', clocks),
    logger: requireOneAtMost('LOGGER', loggers),
    observer: requireOneAtMost('OBSERVER', observers),
  };
  return { options, tenant: names[0] };
}
