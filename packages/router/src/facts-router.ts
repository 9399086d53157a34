import { readConfigured } from '@ducat/validation';
import type { ProviderCapabilities } from './capabilities.ts';
import type { BinLookup } from './card/complete.ts';
import { completeCard } from './card/complete.ts';
import type { RoutingFacts } from './facts.ts';
import { faultsOf } from './lint/faults.ts';
import type { Planner } from './plan/planner.ts';
import { createPlanner } from './plan/planner.ts';
import type { RoutesIssue } from './routes/issues.ts';
import { issuesOf, refuse } from './routes/issues.ts';
import type { Fee, Routes } from './routes/routes.ts';
import { routesSchema } from './routes/schema.ts';

/** What a router of facts is made of. */
export interface FactsRouterSettings {
  readonly providers: readonly ProviderCapabilities[];
  readonly routes?: Routes | undefined;
  readonly binLookup?: BinLookup | undefined;
  readonly fees?: readonly Fee[] | undefined;
}

/** A router for tools that have neither requests nor providers, only what is known of them. */
export type FactsRouter = Planner;

/** @throws DucatError `invalid_options` that lists every wrong field of the routes with its path. */
export function createFactsRouter(settings: FactsRouterSettings): FactsRouter {
  return readConfigured('options', () => factsRouterOf(settings));
}

function factsRouterOf({ binLookup, ...settings }: FactsRouterSettings): FactsRouter {
  const planner = plannerFor(settings);
  const complete = (facts: RoutingFacts): RoutingFacts => ({
    ...facts,
    card: completeCard(facts.card.bin, facts.card, binLookup),
  });
  return {
    plan: (facts) => planner.plan(complete(facts)),
    record: (facts, result) => {
      planner.record(complete(facts), result);
    },
    isOpen: (provider, at) => planner.isOpen(provider, at),
  };
}

/** @throws DucatError `invalid_options` that lists every wrong field of the routes with its path. */
export function plannerFor({ providers, routes, fees }: Omit<FactsRouterSettings, 'binLookup'>): Planner {
  const checked = routes === undefined && fees === undefined ? undefined : readRoutes(withFees(routes, fees));
  const twice = providers.map(({ id }) => id).find((id, index, ids) => ids.indexOf(id) !== index);
  const faults: RoutesIssue[] = checked === undefined ? [] : faultsOf(checked, providers);
  const message = `two providers have the id "${twice}": tokens and rules could not tell them apart`;
  if (twice !== undefined) faults.push({ place: ['providers'], message });
  if (faults.length > 0) refuse(faults);
  return createPlanner({ providers, routes: checked, fees: checked?.fees ?? [] });
}

// Without routes the fees have nothing to decide, and are checked all the same.
function withFees(routes: Routes | undefined, fees: readonly Fee[] | undefined): unknown {
  if (routes === undefined) return { version: 1, rules: [], fees };
  return fees === undefined ? routes : { ...routes, fees };
}

/**
 * Routes from a value of unknown shape, a parsed file for example.
 * @throws DucatError `invalid_options` that lists every wrong field with its path.
 */
export function readRoutes(value: unknown): Routes {
  const result = readConfigured('routes', () => routesSchema.safeParse(value));
  return result.success ? result.data : refuse(issuesOf(result.error));
}
