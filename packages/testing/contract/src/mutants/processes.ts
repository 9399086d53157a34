import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Trial } from './run.ts';

const shareVariable = 'DUCAT_MUTANTS_SHARE';

/**
 * Starts the program several times, each with a share of its own, and gathers what they tell. Processes and not threads:
 * a promise may look at everything that its process prints and throws.
 */
export async function runInProcesses(
  program: string,
  parameters: readonly string[],
  count: number,
  after: (trial: Trial) => void,
): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  const ends = Array.from({ length: count }, (_, index) => {
    const environment = { ...process.env, [shareVariable]: `${index}/${count}` };
    const child = fork(program, parameters, { env: environment });
    child.on('message', (trial: Trial) => {
      trials.push(trial);
      after(trial);
    });
    return once(child, 'exit');
  });
  await Promise.all(ends);
  return trials;
}

/** What is this process's to try. */
export function shareOf<Item>(items: readonly Item[]): readonly Item[] {
  const [index = 0, count = 1] = (process.env[shareVariable] ?? '0/1').split('/').map(Number);
  return items.filter((_, at) => at % count === index);
}
