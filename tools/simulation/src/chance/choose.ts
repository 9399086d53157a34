import type { Random } from '@ducat/simulator';

/** One of the values, each as likely as the others. */
export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[random.integer(values.length)];
  if (value === undefined) throw new RangeError('there is nothing to choose from');
  return value;
}

/** True in so many of a hundred cases. */
export function happens(random: Random, percent: number): boolean {
  return random.integer(1_000_000) < percent * 10_000;
}

/** A whole number from the first to the last. */
export function between(random: Random, first: number, last: number): number {
  return first + random.integer(last - first + 1);
}

/** By their weights, which are whole numbers. */
export function byWeight<Name extends string>(random: Random, weights: Readonly<Record<Name, number>>): Name {
  const entries = Object.entries<number>(weights) as [Name, number][];
  let left = random.integer(entries.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [name, weight] of entries) {
    if (left < weight) return name;
    left -= weight;
  }
  throw new RangeError('the weights add up to nothing');
}
