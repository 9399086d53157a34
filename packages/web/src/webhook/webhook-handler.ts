import { DucatError } from '@ducat/core';
import type { Payments } from '@ducat/payments';
import { describeError } from '../describe-error.ts';
import type { TakeEvent, WebhookRefused } from '../event.ts';
import { plainResponse, wrongMethod } from '../page/respond.ts';
import type { BodyLimits } from '../request/read-body.ts';
import { readBody, statusOf } from '../request/read-body.ts';

/** What taking webhooks needs, checked. */
export interface WebhookSettings {
  readonly payments: Pick<Payments, 'receive'>;
  readonly report: TakeEvent;
  readonly webhookBody: BodyLimits;
}

/**
 * Takes a webhook of a provider. 200 only after it is stored; also for one that came before, or too late to matter.
 * 4xx without a reason for what is not the provider's; 5xx for what it is to send again.
 */
export async function takeWebhook(settings: WebhookSettings, request: Request, provider: string): Promise<Response> {
  if (request.method !== 'POST') return wrongMethod('POST');
  const named = { provider: nameOf(provider) };
  const body = await readBody(request, settings.webhookBody);
  if (body.status !== 'read') {
    return refuse(settings, { ...named, answered: statusOf(body), reason: reasons[body.status] });
  }
  try {
    const headers = Object.fromEntries(request.headers);
    const received = await settings.payments.receive(provider, { headers, body: body.bytes });
    settings.report({ type: 'webhook_received', ...named, ...received });
    return plainResponse(200);
  } catch (thrown) {
    const answered = answerTo(thrown);
    // The error would tell the name, which whoever sent the request has chosen.
    if (answered === 404) return refuse(settings, { ...named, answered, reason: 'no provider here has that name' });
    const error = describeError(thrown);
    return refuse(settings, { ...named, answered, reason: error.message, error });
  }
}

function refuse(settings: WebhookSettings, facts: Omit<WebhookRefused, 'type'>): Response {
  const { answered } = facts;
  settings.report({ type: answered < 500 ? 'webhook_refused' : 'webhook_failed', ...facts });
  return plainResponse(answered);
}

const reasons = {
  too_large: 'the body is larger than the limit',
  too_slow: 'the body did not come in time',
  broken: 'the connection broke before the body was complete',
  consumed: 'the body was read before: mount these handlers before anything that parses bodies',
} as const;

function answerTo(thrown: unknown): number {
  if (!DucatError.is(thrown)) return 500;
  if (thrown.code === 'invalid_signature') return 400;
  if (thrown.code === 'invalid_request') return thrown.issues.some(({ path }) => path === 'provider') ? 404 : 400;
  // Else it is authentic, and not understood: the provider keeps it until this is repaired.
  return thrown.code === 'journal_failed' ? 503 : 500;
}

/** Whoever sends a request chooses its path, and what stands in it should not reach a log as it is. */
function nameOf(provider: string): string {
  return /^[\w.:@ -]{1,64}$/.test(provider) ? provider : '(no name)';
}
