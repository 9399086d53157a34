import type { Approved, WebhookEvent, WebhookRequest } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paid, payingBy } from '../../deed/payment.ts';
import { thrownBy } from '../../judgement/refusal.ts';
import { NotProvable } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

/** Every webhook so far. */
export async function received(stage: Stage): Promise<readonly WebhookRequest[]> {
  if (stage.world.webhooks === undefined) throw new NotProvable('webhooks');
  return stage.world.webhooks();
}

/** A genuine webhook, what it says, and the outcome it is about. */
export interface News {
  readonly request: WebhookRequest;
  readonly event: WebhookEvent;
  readonly outcome: Approved;
}

/** Makes a payment and waits for the webhook that says so. */
export async function newsOfPayment(stage: Stage, amount = '12.34'): Promise<News> {
  const outcome = await paid(stage, amount);
  for (const request of await received(stage)) {
    const event = await stage.provider.webhook(request);
    const { operation, outcome: told } = event.transaction;
    const isAbout = told.status === 'approved' && told.providerReference === outcome.providerReference;
    if (operation === payingBy(stage.provider) && isAbout) return { request, event, outcome };
  }
  return assert.fail('there is no webhook that says that the payment was approved');
}

/** The message has to be refused as not authentic, by an error of this library. */
export async function requireForgery(stage: Stage, request: WebhookRequest, when: string): Promise<void> {
  const error = await thrownBy(stage.provider.webhook(request));
  assert.equal(error.code, 'invalid_signature', `${when}: ${error.message}`);
  assert.equal(error.effect, 'none', when);
}

/** A body that the provider itself signs. */
export function signed(stage: Stage, body: Uint8Array | string): WebhookRequest {
  if (stage.world.sign === undefined) throw new NotProvable('sign');
  return stage.world.sign(Buffer.from(body), 'right');
}

/** The names of the headers without which the webhook is refused. */
export async function signingHeaders(stage: Stage, request: WebhookRequest): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of Object.keys(request.headers)) {
    const isNeeded = await stage.provider.webhook(withHeader(request, name, undefined)).then(
      () => false,
      () => true,
    );
    if (isNeeded) names.push(name);
  }
  assert(names.length > 0, 'no header is needed to be believed (defect 26)');
  return names;
}

export function withHeader(
  { headers, body }: WebhookRequest,
  name: string,
  value: string | readonly string[] | undefined,
): WebhookRequest {
  return { headers: { ...headers, [name]: value }, body };
}

export function headerOf({ headers }: WebhookRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
