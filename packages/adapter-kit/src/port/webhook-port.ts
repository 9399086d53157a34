import type { CallContext, Clock, WebhookEvent, WebhookRequest } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import { readGiven } from '../request/check.ts';
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
  recipe: (request: WebhookRequest, clock: Clock) => WebhookEvent,
): (request: WebhookRequest, context?: Pick<CallContext, 'clock'>) => Promise<WebhookEvent> {
  return async (request, context) => {
    const { headers, body } = readGiven('request', () => readMessage(request));
    try {
      return recipe({ headers, body }, context?.clock ?? systemClock);
    } catch (thrown) {
      const call = startCall(provider, '', { clock: systemClock, deadline: Infinity, signal: undefined });
      throw withEffect(asDucatError(thrown, call), 'none');
    }
  };
}

function readMessage(request: Partial<WebhookRequest> | null | undefined): WebhookRequest {
  const { headers, body } = request ?? {};
  if (!(body instanceof Uint8Array)) {
    throw invalidRequest('body', 'must be the raw bytes as received: read them before any parser does');
  }
  if (typeof headers !== 'object' || (headers as unknown) === null) {
    throw invalidRequest('headers', 'must be the headers as received');
  }
  return { headers, body };
}
