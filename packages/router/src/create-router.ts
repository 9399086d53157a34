import type { Provider } from '@ducat/core';
import { readConfigured } from '@ducat/validation';
import type { ProviderCapabilities } from './capabilities.ts';
import { capabilitiesOf } from './capabilities.ts';
import type { BinLookup } from './card/complete.ts';
import { factsOf } from './facts.ts';
import { plannerFor } from './facts-router.ts';
import type { Router } from './router.ts';
import type { Fee, Routes } from './routes/routes.ts';

/** What a router is made of. */
export interface RouterSettings {
  /** The providers, or what is known of them. */
  readonly providers: readonly (Provider | ProviderCapabilities)[];
  /** Default: every provider that can do what is asked, in the order given. */
  readonly routes?: Routes | undefined;
  /** Brand and issuer's country by the card's first six digits. Default: the brand by the schemes' public ranges. */
  readonly binLookup?: BinLookup | undefined;
  /** Instead of the routes' own `fees`. */
  readonly fees?: readonly Fee[] | undefined;
}

/**
 * Chooses providers by rules. The rules are compiled once, here.
 * @throws DucatError `invalid_options` that lists every wrong field of the routes with its path.
 */
export function createRouter(settings: RouterSettings): Router {
  return readConfigured('options', () => routerOf(settings));
}

function routerOf({ providers, binLookup, ...settings }: RouterSettings): Router {
  const planner = plannerFor({ ...settings, providers: providers.map(capabilitiesOf) });
  return {
    plan: (question) => planner.plan(factsOf(question, binLookup)),
    record: ({ question, ...result }) => {
      planner.record(factsOf(question, binLookup), result);
    },
    isOpen: (provider, at) => planner.isOpen(provider, at),
  };
}
