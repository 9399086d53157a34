import type { Clock, Journal, Provider } from '@ducat/core';
import type { Router, Routes } from '@ducat/router';
import { createRouter } from '@ducat/router';
import { given, readConfigured, readOptions, refusal } from '@ducat/validation';
import type { TimeLimits, TokenVault } from './engine.ts';
import { paymentsOptions } from './options-schema.ts';
import type { Subscriber } from './outbox/event.ts';
import type { DeliverySchedule } from './outbox/schedule.ts';
import { defaultDelivery } from './outbox/schedule.ts';
import type { RecoverySchedule } from './recovery/schedule.ts';
import { defaultSchedule } from './recovery/schedule.ts';
import { systemClock } from './system-clock.ts';
import type { Logger } from './telemetry/logger.ts';
import type { Observer } from './telemetry/observer.ts';

/** What an engine is made of. */
export interface PaymentsOptions {
  /** Every provider with an id of its own. */
  readonly providers: readonly Provider[];
  readonly journal: Journal;
  /** Who is tried in which order: a router, or routes as data. Default: everyone who can, in the order given. */
  readonly routes?: Router | Routes | undefined;
  /** Keeps the tokens of stored cards. Without one, a token that comes by a webhook or after a crash is lost. */
  readonly vault?: TokenVault | undefined;
  /**
   * Told of everything that happens, at least once each. All processes of one journal need the same: whoever takes an
   * event takes it for all of them. A process without any takes none.
   */
  readonly subscribers?: readonly Subscriber[] | undefined;
  readonly delivery?: Partial<DeliverySchedule> | undefined;
  /** Told what an operator has to know: reviews, money given back, forged webhooks, failures. Default: nobody. */
  readonly logger?: Logger | undefined;
  /** For traces and metrics: `await openTelemetry()`. Default: none, at no cost. */
  readonly observer?: Observer | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
  readonly limits?: Partial<TimeLimits & { readonly closeMilliseconds: number }> | undefined;
  /** `false`: this process does not recover by itself. */
  readonly recovery?: false | Partial<RecoverySchedule & { readonly everyMilliseconds: number }> | undefined;
}

/** The options, checked and with their defaults. */
export interface Settings extends Pick<PaymentsOptions, 'providers' | 'journal' | 'vault' | 'logger' | 'observer'> {
  readonly router: Router;
  readonly subscribers: readonly Subscriber[];
  readonly delivery: DeliverySchedule;
  readonly clock: Clock;
  readonly limits: TimeLimits;
  readonly closeMilliseconds: number;
  readonly schedule: RecoverySchedule;
  /** Absent: this process does not recover by itself. */
  readonly recoverEveryMilliseconds: number | undefined;
}

const defaultLimits = { attemptMilliseconds: 30_000, operationMilliseconds: 60_000, closeMilliseconds: 60_000 };

/** @throws DucatError `invalid_options` that lists every wrong option. */
export function readSettings(options: PaymentsOptions): Settings {
  readOptions(paymentsOptions, options);
  // What is read a second time, or by the router alone, may throw only then.
  return readConfigured('options', () => settingsOf(options));
}

function settingsOf(options: PaymentsOptions): Settings {
  const { providers, journal, vault, logger, observer, clock = systemClock, recovery } = options;
  const { everyMilliseconds = 1000, ...schedule } = recovery === false ? {} : given(recovery);
  const { closeMilliseconds, ...limits } = { ...defaultLimits, ...given(options.limits) };
  return {
    providers,
    journal,
    vault,
    logger,
    observer,
    clock,
    router: readRouter(options),
    subscribers: options.subscribers ?? [],
    delivery: { ...defaultDelivery, ...given(options.delivery) },
    limits,
    closeMilliseconds,
    schedule: { ...defaultSchedule, ...schedule },
    recoverEveryMilliseconds: recovery === false ? undefined : everyMilliseconds,
  };
}

function readRouter({ routes, providers }: PaymentsOptions): Router {
  if (routes === undefined) return createRouter({ providers });
  if (!('plan' in routes)) return createRouter({ providers, routes });
  const missing = (['plan', 'record', 'isOpen'] as const).filter((method) => typeof routes[method] !== 'function');
  if (missing.length === 0) return routes;
  const issues = missing.map((method) => ({ path: `routes.${method}`, message: 'must be a function of a router' }));
  throw refusal('invalid_options', issues);
}
