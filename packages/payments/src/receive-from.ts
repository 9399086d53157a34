import type { WebhookRequest } from '@ducat/core';
import type { Engine } from './engine.ts';
import type { Received } from './receive.ts';
import { receiveWebhook } from './receive.ts';
import { checkWebhook } from './request/check.ts';
import type { ForgedWebhooks } from './telemetry/forged-webhooks.ts';
import type { Reporter } from './telemetry/reporter.ts';

interface Surroundings {
  readonly forged: ForgedWebhooks;
  readonly reporter: Reporter;
  /** Something is to be found out. */
  readonly wake: () => void;
}

/** Takes webhooks, and tells of those that are not what they should be. */
export function receiveFrom(
  engine: Engine,
  { forged, reporter, wake }: Surroundings,
): (provider: string, request: WebhookRequest) => Promise<Received> {
  return async (provider, request) => {
    const checked = checkWebhook(provider, request);
    try {
      const received = await receiveWebhook(engine, provider, checked);
      if (received.status === 'recorded') wake();
      if (received.status === 'unrelated') reporter.report('webhook_unrelated', {}, { provider });
      return received;
    } catch (error) {
      await forged.refused(provider, error);
      throw error;
    }
  };
}
