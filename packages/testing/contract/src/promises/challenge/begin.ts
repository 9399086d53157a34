import type { ActionRequired, Outcome, PaymentSource } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { payFor, payingBy } from '../../deed/payment.ts';
import type { ShopperReturn } from '../../harness/world.ts';
import { NotProvable } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

/** The merchant's URL to which the answer of a 3-D Secure 1 challenge is sent. */
export const termUrl = 'https://shop.example/3ds';

/** A payment at which the shopper has to act first: a card that is challenged, else the provider's own page. */
export async function begin(
  stage: Stage,
  amount = '12.34',
  operation: 'charge' | 'authorize' = payingBy(stage.provider),
): Promise<ActionRequired> {
  const { challenged } = stage.world.cards;
  const source: PaymentSource =
    challenged === undefined ? { kind: 'hosted' } : { kind: 'card', card: stage.card('challenged') };
  const request = { ...stage.order(amount), source };
  return actionRequired(await stage.provider[operation](request, stage.attempt()));
}

/** A 3-D Secure 1 payment; its answer comes to the merchant's `termUrl`, unless it is to go to the provider. */
export async function beginFirstVersion(stage: Stage, amount = '12.34', isRelayed = true): Promise<ActionRequired> {
  const source = { kind: 'card', card: stage.card('challengedFirstVersion') } as const;
  const preferences = isRelayed ? { threeDSecure: { termUrl } } : {};
  const request = { ...stage.order(amount), ...preferences, source };
  return actionRequired(await payFor(stage, request, stage.attempt()));
}

/** Lets the shopper act. */
export async function finish(
  stage: Stage,
  { action }: ActionRequired,
  decision: 'approve' | 'refuse',
): Promise<ShopperReturn> {
  if (stage.world.shop === undefined) throw new NotProvable('shop');
  return stage.world.shop(action, decision, (url) => url.startsWith('https://shop.example/'));
}

/** The attempt's own reference. */
export function referenceOf({ reference }: ActionRequired): string {
  assert(reference, 'the outcome does not name its attempt');
  return reference;
}

function actionRequired(outcome: Outcome): ActionRequired {
  assert.equal(outcome.status, 'action_required', `expected an action, got ${JSON.stringify(outcome)}`);
  return outcome as ActionRequired;
}
