import type { Harness } from '../harness/harness.ts';
import type { Parts } from './adapter/parts.ts';
import { createReference } from './adapter/provider.ts';
import { account, world } from './world.ts';

const anySetup = { id: 'reference', testMode: true, timeoutMilliseconds: 1000, baseUrl: 'http://127.0.0.1:9' };

/** The reference, and the same with some of its parts exchanged. */
export interface ReferenceHarness extends Harness {
  with(exchanged: Partial<Parts>): ReferenceHarness;
}

/** A clean provider and its bank: the kit's own example of an adapter that keeps every promise. */
export function referenceHarness(exchanged: Partial<Parts> = {}): ReferenceHarness {
  return {
    world,
    create: ({ bank: baseUrl = '' }, setup) => createReference({ ...account, ...setup, baseUrl }, exchanged),
    forgeable: ['', ' '].flatMap((key) => [
      () => createReference({ ...account, ...anySetup, webhookKeys: { live: key, test: key } }),
      () => createReference({ ...account, ...anySetup, webhookKeys: { ...account.webhookKeys, test: key } }),
    ]),
    with: (more) => referenceHarness({ ...exchanged, ...more }),
  };
}
