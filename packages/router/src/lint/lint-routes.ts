import type { Provider } from '@ducat/core';
import type { ProviderCapabilities } from '../capabilities.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { compileRule } from '../compile/rule.ts';
import { issuesOf } from '../routes/issues.ts';
import { routesSchema } from '../routes/schema.ts';
import { incapableRules } from './capability.ts';
import { contradictionsIn } from './contradictions.ts';
import { doubtfulValues } from './doubtful-values.ts';
import { faultsOf } from './faults.ts';
import type { Finding } from './finding.ts';
import { reachOf } from './reach.ts';

/**
 * Everything that is wrong with routes or may not be meant: what they are is unknown, so a parsed file will do. Of
 * routes that are not of the right shape, only that is told.
 */
export function lintRoutes(routes: unknown, providers: readonly (Provider | ProviderCapabilities)[]): Finding[] {
  const result = routesSchema.safeParse(routes);
  if (!result.success) {
    return issuesOf(result.error).map((issue) => ({ severity: 'error', code: 'invalid', ...issue }));
  }
  const capabilities = providers.map(capabilitiesOf);
  const rules = result.data.rules.map(compileRule);
  const faults = faultsOf(result.data, capabilities);
  const isEmpty = new Set(faults.filter(({ code }) => code === 'empty_range').map(({ place }) => place[1]));
  const never = rules.flatMap(contradictionsIn);
  const doubtful = rules.flatMap(doubtfulValues);
  const dead = new Set([...isEmpty, ...never.map(({ place }) => place[1])]);
  // What never matches takes nothing from others, and has enough said of it.
  const living = rules.filter(({ index }) => !dead.has(index));
  return [...faults, ...never, ...doubtful, ...reachOf(living), ...incapableRules(living, capabilities)].sort(byPlace);
}

function byPlace(left: Finding, right: Finding): number {
  const rank = ({ place }: Finding): number =>
    place[0] === 'rules' ? Number(place[1]) : place[0] === 'fees' ? 1e6 + Number(place[1]) : 1e7;
  return rank(left) - rank(right);
}
