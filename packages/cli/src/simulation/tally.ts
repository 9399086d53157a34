import type { CurrencyCode, Money } from '@ducat/core';
import type { Plan, RoutingFacts } from '@ducat/router';

/** What stands for the provider of a request that nobody can take. */
const nobody = '(nobody)';

/** What becomes of requests under one set of routes. It grows with providers, rules and currencies, not with requests. */
export interface Tally {
  /** By who is tried first. */
  readonly providers: Map<string, ProviderTally>;
  /** By the rule that chose; requests that no rule chose for are not in it. */
  readonly rules: Map<string, number>;
}

interface ProviderTally {
  requests: number;
  readonly volume: Map<CurrencyCode, Money>;
}

export function createTally(): Tally {
  return { providers: new Map(), rules: new Map() };
}

/** Counts a request. Gives who is tried first. */
export function count(tally: Tally, { candidates, lines }: Plan, { amount }: RoutingFacts): string {
  const provider = candidates[0] ?? nobody;
  const rule = candidates.length === 0 ? undefined : lines[0]?.rule;
  const found = tally.providers.get(provider) ?? { requests: 0, volume: new Map<CurrencyCode, Money>() };
  tally.providers.set(provider, found);
  found.requests += 1;
  found.volume.set(amount.currency, found.volume.get(amount.currency)?.plus(amount) ?? amount);
  if (rule !== undefined) tally.rules.set(rule, (tally.rules.get(rule) ?? 0) + 1);
  return provider;
}
