import type { WebhookEvent, WebhookRequest } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import { systemClock } from '../transport/budget.ts';
import { startCall } from './call.ts';
import { withEffect } from './effect.ts';
import { asDucatError } from './failure.ts';

/**
 * The webhook port made of its recipe, which verifies before it reads. Reading moves nothing, so the effect of whatever
 * fails is `none`. Only the raw bytes are taken: a body that was parsed and written again is not what was signed.
 */
export function webhookPort(
  provider: string,
  recipe: (request: WebhookRequest) => WebhookEvent,
): (request: WebhookRequest) => Promise<WebhookEvent> {
  return async (request) => {
    const { headers, body } = (request as Partial<WebhookRequest> | undefined) ?? {};
    if (!(body instanceof Uint8Array)) {
      throw invalidRequest('body', 'must be the raw bytes as received: read them before any parser does');
    }
    if (typeof headers !== 'object') throw invalidRequest('headers', 'must be the headers as received');
    try {
      return recipe({ headers, body });
    } catch (thrown) {
      const call = startCall(provider, '', { clock: systemClock, deadline: Infinity, signal: undefined });
      throw withEffect(asDucatError(thrown, call), 'none');
    }
  };
}
