import { pool } from './pool.ts';
import type { WorldReport } from './run-world.ts';
import { usualWorldSize } from './simulate.ts';

/** One world of one run. */
export interface Task {
  readonly seed: number;
  readonly payments: number;
  readonly factor: number;
  readonly index: number;
}

/** A run as it is ordered. */
export type Run = Omit<Task, 'index'>;

/** Plays all worlds of all runs. Their order does not matter to them. */
export async function playAll(
  runs: readonly Run[],
  engine: string,
  onWorld: (task: Task, report: WorldReport) => void,
): Promise<void> {
  const tasks = runs.flatMap((run): Task[] =>
    Array.from({ length: Math.ceil(run.payments / usualWorldSize) }, (_, index) => ({ ...run, index })),
  );
  await pool<Task, WorldReport>(new URL('worker.ts', import.meta.url), { engine }, tasks, onWorld);
}
