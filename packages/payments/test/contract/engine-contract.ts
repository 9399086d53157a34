import type { Deviation, Harness } from '@ducat/contract';
import { contract } from '@ducat/contract';
import { describe, test } from 'vitest';
import type { Shared } from './as-provider.ts';
import { asProvider, createShared } from './as-provider.ts';

/** The whole contract of an adapter, unchanged, kept by the engine over that adapter. */
export function engineContract(harness: Harness, deviations: readonly Deviation[]): void {
  let shared: Shared = createShared();
  const world: Harness['world'] = {
    surfaces: harness.world.surfaces,
    async open(origins) {
      shared = createShared();
      const opened = await harness.world.open(origins);
      // At the bank each attempt has a name of its own: the key with the attempt's number.
      const byKey = (): ReturnType<NonNullable<typeof opened.ledger>> =>
        (opened.ledger?.() ?? []).map((entry) => ({ ...entry, reference: entry.reference.replace(/-\d+$/, '') }));
      return { ...opened, ledger: byKey };
    },
  };
  contract(
    {
      world,
      create: (origins, setup) => asProvider(harness.create(origins, setup), shared, setup.timeoutMilliseconds),
      ...(harness.forgeable === undefined ? {} : { forgeable: harness.forgeable }),
    },
    { describe, test },
    { deviations },
  );
}
