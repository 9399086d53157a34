import type { CreatePayments } from '../process/process.ts';
import { runWorld } from '../run/run-world.ts';
import { worldsOf } from '../run/simulate.ts';
import { tell } from './story.ts';

export interface Replay {
  readonly createPayments: CreatePayments;
  readonly seed: number;
  readonly payments: number;
  readonly factor: number;
  /** The number of the case. */
  readonly payment: number;
  readonly worldSize?: number;
}

/** Plays a case once more, in the same world with all others, and tells what happened to it. */
export async function storyOf({ createPayments, seed, payments, factor, payment, worldSize }: Replay): Promise<string> {
  const slot = worldsOf(seed, payments, worldSize).find(({ cases }) => cases.includes(payment));
  if (slot === undefined) return `the run of ${payments} payments has no case ${payment}`;
  const report = await runWorld({ ...slot, createPayments, factor, keepStory: true });
  const owner = `p${payment}`;
  const broken = report.violations.filter((one) => one.payment === owner);
  return [
    ...tell(report.story, new Set([owner])),
    ...(broken.length === 0
      ? ['every promise held']
      : broken.map(({ invariant, what }) => `invariant ${invariant}: ${what}`)),
  ].join('\n');
}
