import type { RetryPolicy } from '@ducat/simulator';

import type { CallbackSettings } from '../settings.ts';

export function callbackPolicy(settings: CallbackSettings): RetryPolicy {
  return {
    // Not any 2xx: the callbacks page wants exactly 200.
    accepts: (status) => status === 200,
    delayAfter: (attempts) =>
      attempts < settings.maximumAttempts ? attempts * settings.intervalMilliseconds : undefined,
  };
}
