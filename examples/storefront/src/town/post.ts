import type { SimulatedNetwork } from '@ducat/simulator';
import { sendOverHttp } from '@ducat/simulator';
import { setTimeout as wait } from 'node:timers/promises';
import type { Mood } from './mood.ts';
import { webhookMilliseconds } from './mood.ts';

/** How a provider's webhooks leave: over HTTP, and late when it is in a bad mood. Nothing is attached to it. */
export function postOf(mood: () => Mood): SimulatedNetwork {
  return {
    attach: () => undefined,
    async send(url, request) {
      const isLate = mood() === 'loses_answers' || mood() === 'slow_webhooks';
      if (isLate) await wait(webhookMilliseconds, undefined, { ref: false });
      return await sendOverHttp(url, request);
    },
  };
}
