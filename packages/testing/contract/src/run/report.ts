import { ports, supports } from '@ducat/core';
import type { Port } from '@ducat/core';
import type { Harness } from '../harness/harness.ts';
import type { Group } from '../promise.ts';
import { promises } from '../promises/all.ts';
import type { Deviation } from './deviation.ts';
import { keepPromise } from './keep.ts';
import type { Verdict } from './keep.ts';

export interface ReportLine {
  readonly group: Group;
  readonly promise: string;
  readonly verdict: Verdict;
  readonly milliseconds: number;
  /** Why a broken promise may stay so for a while. */
  readonly deviation?: Deviation;
}

/** What an adapter promises, and whether it does. */
export interface Report {
  readonly ports: readonly Port[];
  readonly lines: readonly ReportLine[];
}

/** Keeps every promise, one after the other, without a test runner. */
export async function runContract(harness: Harness): Promise<Report> {
  const lines: ReportLine[] = [];
  for (const promise of promises) {
    const begin = performance.now();
    const verdict = await keepPromise(harness, promise);
    lines.push({ group: promise.group, promise: promise.name, verdict, milliseconds: performance.now() - begin });
  }
  return { ports: await portsOf(harness), lines };
}

/** The ports that the adapter has, read from a provider that nobody is behind. */
export async function portsOf(harness: Harness): Promise<readonly Port[]> {
  const nowhere = Object.fromEntries(harness.world.surfaces.map((surface) => [surface, 'http://127.0.0.1:9']));
  const provider = harness.create(nowhere, { id: 'under-test', testMode: true, timeoutMilliseconds: 1000 });
  const own = ports.filter((port) => supports(provider, port));
  await provider.close();
  return own;
}

/** In a few words, without times and without what differs from run to run. */
export function wordsFor({ verdict, deviation }: ReportLine): string {
  switch (verdict.kind) {
    case 'kept':
      return 'kept';
    case 'broken':
      return deviation === undefined
        ? 'broken'
        : `deviates until ${deviation.until}: ${deviation.reason} (${deviation.link})`;
    case 'not_made':
      return `not made: no ${verdict.missing.join(', ')}`;
    case 'not_provable':
      return `not provable: no ${verdict.missing.join(', ')}`;
  }
}
