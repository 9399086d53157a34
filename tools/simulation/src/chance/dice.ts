import type { Random } from '@ducat/simulator';
import { createRandom } from '@ducat/simulator';

/**
 * The one source of chance of a run. What is drawn depends on the seed and on what it is drawn for, and on nothing that
 * was drawn before: a payment meets the same fate when others are left out.
 */
export interface Dice {
  readonly seed: number;
  /** In 0 to 1, without 1. */
  roll(name: string): number;
  /** A sequence of draws. */
  stream(name: string): Random;
}

export function createDice(seed: number): Dice {
  return {
    seed,
    roll: (name) => seedFor(seed, name) / 2 ** 32,
    stream: (name) => createRandom(seedFor(seed, name)),
  };
}

/** FNV-1a over the name, spread by the last step of MurmurHash3. */
export function seedFor(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let place = 0; place < name.length; place += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
