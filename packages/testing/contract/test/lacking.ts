import type { Operation, Port, Provider } from '@ducat/core';
import type { Harness } from '../src/index.ts';
import { referenceHarness } from '../src/reference/harness.ts';

/** The reference with something changed about its provider. */
export function changed(change: (provider: Provider) => Provider): Harness {
  const reference = referenceHarness();
  return { ...reference, create: (origins, setup) => change(reference.create(origins, setup)) };
}

/** The reference without some of its ports, and with limits that say so. */
export function lacking(...absent: readonly Port[]): Harness {
  return changed((provider) => {
    const isThere = (operation: Operation): boolean => !absent.includes(operation);
    const { repeat, lookupByReference, replayWindowMilliseconds, ...limits } = provider.limits;
    const kept = Object.entries(repeat).filter(([operation]) => isThere(operation as Operation));
    const isReplayed = kept.some(([, safety]) => safety === 'replayed');
    const rest = Object.fromEntries(Object.entries(provider).filter(([name]) => !absent.includes(name as Port)));
    return {
      ...(rest as unknown as Provider),
      limits: {
        ...limits,
        repeat: Object.fromEntries(kept),
        lookupByReference: absent.includes('lookup') ? [] : lookupByReference.filter(isThere),
        ...(isReplayed && replayWindowMilliseconds !== undefined ? { replayWindowMilliseconds } : {}),
      },
    };
  });
}
