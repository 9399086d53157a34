import { strict as assert } from 'node:assert';
import type { SeenRequest } from '../network/front.ts';
import type { Stage } from '../stage.ts';
import type { Canary } from './canary.ts';
import { cardCanaries, secretCanaries } from './canary.ts';
import type { Find } from './detector.ts';
import { findIn } from './detector.ts';
import { outputsOf } from './outputs.ts';
import type { Overheard } from './overhear.ts';
import { overhear } from './overhear.ts';

/** A secret that got out: where, which, and how it was written. */
export interface Leak extends Find {
  readonly sink: string;
}

/** Where requests are seen: a stage. */
interface Watched {
  readonly front: { readonly seen: readonly SeenRequest[] };
}

/** Everything that may not be seen of a stage: the keys and the cards. */
export function canariesOf(stage: Stage): readonly Canary[] {
  const cards = Object.values(stage.world.cards).flatMap(cardCanaries);
  const all = [...secretCanaries('key', stage.world.secrets), ...cards];
  return [...new Map(all.map((canary) => [canary.value, canary])).values()];
}

/** Every leak in a value: whatever a program does with it in passing. */
export function leaksOfValue(value: unknown, canaries: readonly Canary[]): Leak[] {
  return leaksIn(outputsOf(value), canaries);
}

/** Every leak in what was requested: a URL stands in the logs of every proxy, and so does the page it came from. */
function leaksOfRequests(requests: readonly SeenRequest[], canaries: readonly Canary[]): Leak[] {
  const addresses = requests.map(({ path, headers }) => `${path} ${headers['referer'] ?? ''}`).join('\n');
  return leaksIn(new Map([['URL', addresses]]), canaries);
}

/** Runs the act; every leak of what it gives, what it throws, what it says and what it requests. */
export async function leaksOfAct(
  { front }: Watched,
  canaries: readonly Canary[],
  act: () => Promise<unknown>,
): Promise<readonly [readonly Leak[], Overheard]> {
  const before = front.seen.length;
  const overheard = await overhear(act);
  const requests = front.seen.slice(before);
  const all = [...canaries, ...secretCanaries('credentials', credentialsIn(requests))];
  const leaks = [
    ...leaksOfValue(overheard.value, all),
    ...leaksOfValue(overheard.thrown, all),
    ...leaksIn(overheard.sounds, all),
    ...leaksOfRequests(requests, all),
  ];
  return [leaks, overheard];
}

/** Runs the act, which may not leak. */
export async function requireNoLeak(
  stage: Stage,
  canaries: readonly Canary[],
  act: () => Promise<unknown>,
): Promise<Overheard> {
  const [leaks, overheard] = await leaksOfAct(stage, canaries, act);
  assert.deepEqual(describe(leaks), [], 'secrets got out');
  return overheard;
}

/** `card number (base64) by JSON.stringify`: never the secret itself. */
function describe(leaks: readonly Leak[]): string[] {
  return [...new Set(leaks.map(({ canary, encoding, sink }) => `${canary} (${encoding}) by ${sink}`))];
}

function leaksIn(outputs: ReadonlyMap<string, string>, canaries: readonly Canary[]): Leak[] {
  const finds = new Map([...new Set(outputs.values())].map((text) => [text, findIn(text, canaries)]));
  return [...outputs].flatMap(([sink, text]) => (finds.get(text) ?? []).map((find) => ({ sink, ...find })));
}

/** What authorized the requests: keys of the configuration, and bearers that the provider issued meanwhile. */
export function credentialsIn(requests: readonly SeenRequest[]): string[] {
  const values = requests.flatMap(({ headers }) => {
    const [, credentials] = /^\S+ (.+)$/.exec(headers['authorization'] ?? '') ?? [];
    return credentials === undefined ? [] : [credentials];
  });
  return [...new Set(values)];
}
