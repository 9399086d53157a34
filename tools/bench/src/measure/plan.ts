import type { Figure } from '../arithmetic/statistics.ts';
import { figureOf } from '../arithmetic/statistics.ts';
import { startProcess } from '../conversation.ts';
import type { Settings } from './settings.ts';

/** What `plan()` takes with so many rules. */
export interface Planning {
  readonly rules: number;
  /** CPU time of one plan, in microseconds. */
  readonly microseconds: Figure;
}

const batches = 15;

export async function measurePlan({ rules, plans }: Settings): Promise<readonly Planning[]> {
  const measured: Planning[] = [];
  for (const count of rules) {
    const planning = await startProcess('plan', [count, batches, plans].map(String));
    measured.push({ rules: count, microseconds: figureOf(planning.ready as number[]) });
    await planning.close();
  }
  return measured;
}
