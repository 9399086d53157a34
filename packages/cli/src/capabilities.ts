import type { ProviderCapabilities, ProviderDescription, Routes } from '@ducat/router';
import { ports } from '@ducat/core';

/** A provider of which nothing is said can do everything. */
export function capabilitiesOf({ id, ports: own, limits }: ProviderDescription): ProviderCapabilities {
  return {
    id,
    ports: own ?? ports,
    limits: {
      currencies: limits?.currencies ?? 'any',
      tokenize: limits?.tokenize ?? 'standalone',
      ...(limits?.sources === undefined ? {} : { sources: limits.sources }),
    },
  };
}

/** The ids that rules and fees name, in the order in which they do. */
export function namedProviders({ rules, fees = [] }: Routes): string[] {
  const named = rules.flatMap(({ try: order = [], split = {}, among = [], exclude = [] }) => [
    ...order,
    ...Object.keys(split),
    ...among,
    ...exclude,
  ]);
  return [...new Set([...named, ...fees.map(({ provider }) => provider)])];
}
