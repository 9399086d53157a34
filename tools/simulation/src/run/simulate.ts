import { createHash } from 'node:crypto';
import { seedFor } from '../chance/dice.ts';
import type { Cell } from '../faults/steps.ts';
import { allCells } from '../faults/steps.ts';
import type { AdapterMakers } from '../network/platforms.ts';
import { realAdapters } from '../network/platforms.ts';
import type { CreatePayments } from '../process/process.ts';
import type { WorldReport } from './run-world.ts';
import { runWorld } from './run-world.ts';

/** One run: so many cases, in worlds of their own, one after the other. */
export interface RunOrder {
  readonly createPayments: CreatePayments;
  /** Default: the real ones. */
  readonly adapters?: AdapterMakers;
  readonly seed: number;
  /** Cases; each is one shopper with one or two payments and all that is done about them. */
  readonly payments: number;
  /** 10: every fault ten times as often. */
  readonly factor?: number;
  /** Cases in one world. */
  readonly worldSize?: number;
  /** Whether the run may end with this world. */
  readonly isEnough?: (report: WorldReport) => boolean;
}

export interface RunReport {
  readonly seed: number;
  readonly factor: number;
  readonly traceHash: string;
  readonly worlds: readonly WorldReport[];
}

/** What is needed to play one world of a run again. */
export interface WorldSlot {
  readonly seed: number;
  readonly cases: readonly number[];
  readonly wishes: ReadonlyMap<string, Cell>;
}

export const usualWorldSize = 1000;
/** Every so many cases, one is led to a cell of the matrix; all others are left to chance. */
const wishEvery = 4;

/** The worlds of a run: seeds of their own, derived from the run's. */
export function worldsOf(seed: number, payments: number, worldSize: number = usualWorldSize): readonly WorldSlot[] {
  const cells = allCells();
  const count = Math.ceil(payments / worldSize);
  return Array.from({ length: count }, (_, index) => {
    const first = index * worldSize + 1;
    const last = Math.min(payments, first + worldSize - 1);
    const cases = Array.from({ length: last - first + 1 }, (_case, place) => first + place);
    const wishes = new Map(
      cases
        .filter((number) => number % wishEvery === 0)
        .flatMap((number) => {
          const cell = cells[(number / wishEvery + seed * 17) % cells.length];
          return cell === undefined ? [] : [[`p${number}`, cell] as const];
        }),
    );
    return { seed: seedFor(seed, `world/${index}`), cases, wishes };
  });
}

export async function simulate(order: RunOrder): Promise<RunReport> {
  const { createPayments, adapters = realAdapters, seed, payments, factor = 1, worldSize = usualWorldSize } = order;
  const worlds: WorldReport[] = [];
  for (const slot of worldsOf(seed, payments, worldSize)) {
    const report = await runWorld({ createPayments, adapters, factor, keepStory: false, ...slot });
    worlds.push(report);
    if (order.isEnough?.(report) === true) break;
  }
  return { seed, factor, traceHash: hashOf(worlds), worlds };
}

/** The trace of a run is that of its worlds, in their order. */
export function hashOf(worlds: readonly Pick<WorldReport, 'traceHash'>[]): string {
  const hash = createHash('sha256');
  for (const { traceHash } of worlds) hash.update(traceHash);
  return hash.digest('hex');
}
