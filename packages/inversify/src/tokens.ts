import type { Clock, Journal, Provider } from '@ducat/core';
import type { Logger, Observer, Payments, Subscriber, TokenVault } from '@ducat/payments';
import type { Router, Routes } from '@ducat/router';
import type { ServiceIdentifier } from 'inversify';

/*
 * What stands behind each token is known by its type: `container.get(PAYMENTS)` is `Payments`. Registered symbols, so
 * that two copies of this package mean the same. inversify quotes their descriptions when something is missing, or there
 * twice, that nothing of this package was asked for: so they say which module binds it.
 */

/** A provider. Bind as many as there are, in the order of preference: the router receives all of them. */
export const PROVIDER: ServiceIdentifier<Provider> = Symbol.for('@ducat/inversify PROVIDER, of providerModule(...)');

/** Who is tried in which order: routes as data, or a router. Without it: everyone who can, in the order of binding. */
export const ROUTES: ServiceIdentifier<Router | Routes> = Symbol.for('@ducat/inversify ROUTES, of routesModule(...)');

/** The one truth of one merchant. */
export const JOURNAL: ServiceIdentifier<Journal> = Symbol.for('@ducat/inversify JOURNAL, of journalModule(...)');

/** The engine: what a merchant's own classes inject. */
export const PAYMENTS: ServiceIdentifier<Payments> = Symbol.for('@ducat/inversify PAYMENTS, of paymentsModule(...)');

/** Where tokens of stored cards are kept. Optional; bind it yourself, as a singleton. */
export const VAULT: ServiceIdentifier<TokenVault> = Symbol.for('@ducat/inversify VAULT');

/** Told of everything that happens. Optional; bind as many as there are, as singletons. */
export const SUBSCRIBER: ServiceIdentifier<Subscriber> = Symbol.for('@ducat/inversify SUBSCRIBER');

/** Told what operators have to know; pino fits. Optional. */
export const LOGGER: ServiceIdentifier<Logger> = Symbol.for('@ducat/inversify LOGGER');

/** For traces and metrics. Optional. */
export const OBSERVER: ServiceIdentifier<Observer> = Symbol.for('@ducat/inversify OBSERVER');

/** Default: the machine's. */
export const CLOCK: ServiceIdentifier<Clock> = Symbol.for('@ducat/inversify CLOCK');

/** In a tenant's container: its name, for factories that look up the tenant's settings by it. */
export const TENANT_NAME: ServiceIdentifier<string> = Symbol.for('@ducat/inversify TENANT_NAME, of addTenant(...)');
