import type { InvariantNumber, Violation } from '../invariants/violations.ts';
import type { AdapterMakers } from '../network/platforms.ts';
import { realAdapters } from '../network/platforms.ts';
import { engineOf } from '../run/engine.ts';
import { guarded } from '../run/guard.ts';
import type { WorldReport } from '../run/run-world.ts';
import { simulate } from '../run/simulate.ts';
import type { Planted } from './plant.ts';
import { plant } from './plant.ts';
import type { Variant } from './variant.ts';

/** What became of one broken library. */
export interface Verdict {
  readonly name: string;
  readonly caughtBy: readonly InvariantNumber[];
  /** Of the run that caught it. */
  readonly seed: number;
  readonly factor: number;
  /** Cases that were played until then. */
  readonly cases: number;
  readonly first: Violation | undefined;
}

/** Ordinary weather, then storms, until something notices. */
const weather = [
  { factor: 1, payments: 300 },
  { factor: 4, payments: 300 },
  { factor: 10, payments: 300 },
  { factor: 4, payments: 600 },
  { factor: 4, payments: 1200 },
] as const;

/** Small, because a world is played to its end before it is judged. */
const worldSize = 150;

/** Plays the variant until one of the invariants that it names notices. Of the control, which names none, any counts. */
export async function tryVariant(variant: Variant, seedsFrom = 1): Promise<Verdict> {
  await using planted = await plant(variant);
  const createPayments = await engineOf(planted.indices.get('payments') ?? '@ducat/payments');
  const adapters = await adaptersOf(planted);
  const isNamed = ({ invariant }: Violation): boolean =>
    variant.caughtBy.length === 0 || variant.caughtBy.includes(invariant);
  const isEnough = ({ violations }: WorldReport): boolean => violations.some(isNamed);
  let cases = 0;
  for (const [index, each] of weather.entries()) {
    const order = { ...each, seed: seedsFrom + index };
    const { worlds } = await guarded(() => simulate({ ...order, createPayments, adapters, worldSize, isEnough }));
    cases += worlds.reduce((sum, world) => sum + world.cases, 0);
    const violations = worlds.flatMap((world) => world.violations);
    const first = violations.find(isNamed);
    if (first === undefined) continue;
    const found = [...new Set(violations.map(({ invariant }) => invariant))].toSorted((one, other) => one - other);
    return { name: variant.name, caughtBy: found, seed: order.seed, factor: order.factor, cases, first };
  }
  return { name: variant.name, caughtBy: [], seed: 0, factor: 1, cases, first: undefined };
}

async function adaptersOf({ indices }: Planted): Promise<AdapterMakers> {
  const [paymega, paycross] = [indices.get('providers/paymega'), indices.get('providers/paycross')];
  return {
    ...realAdapters,
    ...(paymega === undefined ? {} : ((await import(paymega)) as Pick<AdapterMakers, 'createPaymega'>)),
    ...(paycross === undefined ? {} : ((await import(paycross)) as Pick<AdapterMakers, 'createPayCross'>)),
  };
}
