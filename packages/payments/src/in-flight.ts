import type { Clock } from '@ducat/core';
import { DucatError } from '@ducat/core';

/** Knows what is under way, so that closing can wait for it. */
export interface InFlight {
  /** @throws DucatError `journal_failed`, with nothing sent, when the engine is closed. */
  readonly run: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Lets nothing more begin; fulfilled when nothing is under way any more. */
  readonly end: () => Promise<void>;
}

export function inFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  let isEnded = false;
  return {
    async run(task) {
      if (isEnded) {
        const message = 'this engine is closed, and its journal with it: ask another';
        throw new DucatError({ code: 'journal_failed', message, effect: 'none', retry: 'safe' });
      }
      const result = task();
      running.add(result);
      try {
        return await result;
      } finally {
        running.delete(result);
      }
    },
    async end() {
      isEnded = true;
      await Promise.allSettled(running);
    },
  };
}

/** Whether all of it is over in time. Rejections count as over. */
export async function isOverWithin(
  clock: Clock,
  milliseconds: number,
  tasks: readonly Promise<unknown>[],
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = clock.schedule(milliseconds, () => resolve(false));
  try {
    return await Promise.race([Promise.allSettled(tasks).then(() => true), promise]);
  } finally {
    timer.cancel();
  }
}
