import type { Port } from '@ducat/core';
import type { Need } from '../need.ts';
import { paying } from '../need.ts';
import { NotProvable } from '../promise.ts';
import type { Stage } from '../stage.ts';
import { ask } from './ask.ts';
import { Deeds } from './deed.ts';
import { operations } from './operations.ts';
import { paid, pay, payingBy } from './payment.ts';

/** The ports that are needed to come to this one. */
export function portsFor(port: Port): readonly Need[] {
  const facts = operations.find(({ operation }) => operation === port);
  return facts?.ports ?? [paying, port];
}

/** A request that this port takes, and nothing but a call to it left to do. */
export async function readyFor(stage: Stage, port: Port): Promise<() => Promise<unknown>> {
  const facts = operations.find(({ operation }) => operation === port);
  if (facts !== undefined) {
    const deed = await new Deeds(stage).ready(facts);
    return () => deed.perform(stage.attempt());
  }
  if (port === 'lookup') {
    const { providerReference } = await paid(stage);
    return () => ask(stage.provider, port, { operation: payingBy(stage.provider), providerReference });
  }
  if (port === 'challenge') {
    if (stage.world.cards.challenged === undefined) throw new NotProvable('cards.challenged');
    const begun = await pay(stage, '12.34', 'challenged');
    const continuation = begun.status === 'action_required' ? begun.continuation : '';
    return () => ask(stage.provider, port, { continuation });
  }
  await pay(stage);
  const [message] = (await stage.world.webhooks?.()) ?? [];
  if (message === undefined) throw new NotProvable('webhooks');
  return () => ask(stage.provider, port, message);
}
