import type { InvariantNumber, Violation } from '../invariants/violations.ts';
import { engineOf } from '../run/engine.ts';
import { guarded } from '../run/guard.ts';
import { simulate } from '../run/simulate.ts';
import { plant } from './plant.ts';
import type { Variant } from './variant.ts';

/** What became of one broken engine. */
export interface Verdict {
  readonly name: string;
  readonly caughtBy: readonly InvariantNumber[];
  /** Cases that were played until then. */
  readonly cases: number;
  readonly first: Violation | undefined;
}

/** Ordinary weather, then storms, in worlds of a few hundred cases, until something notices. */
const weather = [
  { seed: 1, factor: 1, payments: 300 },
  { seed: 2, factor: 4, payments: 300 },
  { seed: 3, factor: 10, payments: 300 },
  { seed: 4, factor: 4, payments: 600 },
  { seed: 5, factor: 2, payments: 1200 },
] as const;

export async function tryVariant(variant: Variant): Promise<Verdict> {
  const createPayments = await engineOf(await plant(variant));
  let cases = 0;
  for (const order of weather) {
    const { worlds } = await guarded(() => simulate({ ...order, createPayments, worldSize: 300, stopAtFirst: true }));
    cases += worlds.reduce((sum, world) => sum + world.cases, 0);
    const violations = worlds.flatMap((world) => world.violations);
    const named = violations.filter(({ invariant }) => variant.caughtBy.includes(invariant));
    const [first] = named;
    if (first === undefined) continue;
    const found = [...new Set(violations.map(({ invariant }) => invariant))].toSorted((one, other) => one - other);
    return { name: variant.name, caughtBy: found, cases, first };
  }
  return { name: variant.name, caughtBy: [], cases, first: undefined };
}
