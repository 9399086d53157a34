import type { Violation } from '../invariants/violations.ts';
import { invariants } from '../invariants/violations.ts';
import type { CreatePayments } from '../process/process.ts';
import type { WorldReport } from '../run/run-world.ts';
import { runWorld } from '../run/run-world.ts';
import type { WorldSlot } from '../run/simulate.ts';
import { worldsOf } from '../run/simulate.ts';
import { minimal } from './minimal.ts';
import { tell } from './story.ts';

export interface FailedRun {
  readonly createPayments: CreatePayments;
  readonly seed: number;
  readonly payments: number;
  readonly factor: number;
  readonly worldSize?: number;
  readonly violation: Violation;
}

/** As many worlds as are played to make one story short: fewer when each has many cases. */
const mostTrials = { ofCases: 30, ofFaults: 150, ofFaultsInCrowds: 30 };
const crowd = 10;

/** The fewest cases and faults that still break the same promise, told in words. */
export async function shrinkViolation(failed: FailedRun): Promise<string> {
  const { createPayments, seed, payments, factor, worldSize, violation } = failed;
  const { invariant } = violation;
  const number = Number(violation.payment.slice(1));
  const slot = worldsOf(seed, payments, worldSize).find(
    ({ cases }) => cases.includes(number) || violation.payment === '',
  );
  if (slot === undefined) return `no world of the seed ${seed} has the case ${violation.payment}`;
  const play = (
    cases: readonly number[],
    only: readonly string[] | undefined,
    keepStory = false,
  ): Promise<WorldReport> =>
    runWorld({ ...slot, createPayments, factor, cases, only: only && new Set(only), keepStory });
  const breaks = ({ violations }: WorldReport): boolean => violations.some((one) => one.invariant === invariant);

  const cases = await fewestCases(slot, number, async (kept) => breaks(await play(kept, undefined)));
  const met = faultsIn(await play(cases, undefined));
  const most = cases.length > crowd ? mostTrials.ofFaultsInCrowds : mostTrials.ofFaults;
  const stillBreaks = async (kept: readonly string[]): Promise<boolean> => breaks(await play(cases, kept));
  const faults = (await stillBreaks(met)) ? await minimal(met, stillBreaks, most) : undefined;
  const last = await play(cases, faults, true);
  const found = last.violations.find((one) => one.invariant === invariant) ?? violation;
  return [
    '',
    `invariant ${invariant} is broken: ${invariants[invariant]}`,
    `${cases.length} case(s), ${faults === undefined ? 'all its faults' : `${faults.length} fault(s)`}:`,
    ...tell(last.story, new Set(cases.map((one) => `p${one}`))),
    `so: ${found.what}`,
    `again: pnpm simulate --seed ${seed} --payments ${payments}${factor === 1 ? '' : ` --faults x${factor}`} --payment ${violation.payment.slice(1)}`,
  ].join('\n');
}

/** Most often the case alone is enough. */
async function fewestCases(
  { cases }: WorldSlot,
  number: number,
  stillFails: (kept: readonly number[]) => Promise<boolean>,
): Promise<readonly number[]> {
  if (await stillFails([number])) return [number];
  return await minimal(cases, stillFails, mostTrials.ofCases);
}

/** Outages come with the world and are not among what a step met. */
function faultsIn({ met }: WorldReport): readonly string[] {
  return [...new Set(['outage/0:down', 'outage/1:down', ...met])];
}
