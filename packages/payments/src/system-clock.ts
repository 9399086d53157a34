import type { Clock } from '@ducat/core';

/** Node's timers take no more, and what is longer they run at once. */
const longestDelay = 2 ** 31 - 1;

interface Timer {
  cancel(): void;
}

class SystemTimer implements Timer {
  readonly #timer: NodeJS.Timeout;

  constructor(delayMilliseconds: number, task: () => void) {
    this.#timer = setTimeout(task, Math.max(0, Math.min(delayMilliseconds, longestDelay)));
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** From now on it keeps no process alive. */
  release(): void {
    this.#timer.unref();
  }
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (delayMilliseconds, task) => new SystemTimer(delayMilliseconds, task),
};

/**
 * For what the engine does on its own account, again and again: it keeps no process alive that has nothing else to do.
 * Calls do, and so do their deadlines.
 */
export function scheduleInBackground(clock: Clock, delayMilliseconds: number, task: () => void): Timer {
  const timer: Timer = clock.schedule(delayMilliseconds, task);
  if (timer instanceof SystemTimer) timer.release();
  return timer;
}
