import type { Random } from '@ducat/simulator';
import { createRandom } from '@ducat/simulator';
import type { Json } from '../input/json.ts';
import type { Target } from '../target.ts';
import type { Kept } from './corpus.ts';

const mostChanges = 4;

/** What a parser gets before anything is drawn. These inputs have the numbers below zero, the last one -1. */
export function inputsBefore(target: Target, corpus: readonly Kept[]): readonly Json[] {
  return [...corpus.map(({ input }) => input), ...target.seeds];
}

/** Draws the inputs 0, 1, 2 and so on. Every target draws its own, whichever others run beside it. */
export function drawerOf(target: Target, seed: number): () => Json {
  const random = createRandom(mixed(target.name, seed));
  return () => draw(target, random);
}

/** A seed, changed in one place most often, in a few sometimes. */
function draw(target: Target, random: Random): Json {
  let input = target.seeds[random.integer(target.seeds.length)] ?? null;
  const changes = random.integer(2) === 0 ? 1 : 1 + random.integer(mostChanges);
  for (let change = 0; change < changes; change += 1) input = target.vary(input, random);
  return input;
}

/** The input of this number again, without running any. */
export function inputAt(
  target: Target,
  corpus: readonly Kept[],
  seed: number,
  number: number,
  onBeat: () => void,
): Json {
  if (number < 0) return inputsBefore(target, corpus).at(number) ?? null;
  const next = drawerOf(target, seed);
  for (let index = 0; index < number; index += 1) {
    onBeat();
    next();
  }
  return next();
}

function mixed(name: string, seed: number): number {
  let value = seed | 0;
  for (const letter of name) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
