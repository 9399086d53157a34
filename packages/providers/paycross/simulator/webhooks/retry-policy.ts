import type { Random, RetryPolicy } from '@ducat/simulator';

const longest = 15;

/** The platform's webhook page, card service: 15 repeats over about 36 hours, and only 200 counts as received. */
export function createRetryPolicy(random: Random): RetryPolicy {
  return {
    accepts: (status) => status === 200,
    delayAfter(attempts) {
      if (attempts > longest) return undefined;
      const seconds = Math.floor(2.12 * attempts) ** 3 + random.integer(30) * (attempts + 1);
      return seconds * 1000;
    },
  };
}
