import type { Clock } from '@ducat/core';

/** Node's timers take no more, and what is longer they run at once. */
const longestDelay = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMilliseconds, task) {
    const timer = setTimeout(task, Math.min(delayMilliseconds, longestDelay));
    return { cancel: () => clearTimeout(timer) };
  },
};
