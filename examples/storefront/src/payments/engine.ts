import type { Journal, Provider } from '@ducat/core';
import type { Logger, Payments } from '@ducat/payments';
import { createPayments } from '@ducat/payments';
import { routes } from './routes.ts';
import type { ShopVault } from './vault.ts';

/** What the shop gives to its engine. */
export interface EngineParts {
  readonly providers: readonly Provider[];
  readonly journal: Journal;
  readonly vault: ShopVault;
  readonly logger: Logger;
}

/**
 * The engine as a shop has it, but for its times: it tells the shopper at once that it does not know, and looks again
 * after some seconds, so that the waiting can be watched. The usual first look comes while the shopper still waits.
 */
export function openPayments({ providers, journal, vault, logger }: EngineParts): Payments {
  return createPayments({
    providers,
    journal,
    vault,
    logger,
    routes,
    limits: { attemptMilliseconds: 4_000, operationMilliseconds: 5_000, closeMilliseconds: 2_000 },
    recovery: {
      everyMilliseconds: 250,
      graceMilliseconds: 500,
      delaysMilliseconds: [5_000, 5_000, 15_000, 60_000, 300_000, 3_600_000],
    },
  });
}
