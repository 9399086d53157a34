import type { Port } from '@ducat/core';
import { NotProvable } from '../promise.ts';
import type { Stage } from '../stage.ts';
import { approved } from '../stage.ts';
import { ask } from './ask.ts';
import { Deeds } from './deed.ts';
import { operations } from './operations.ts';

/** The ports that are needed to come to this one. */
export function portsFor(port: Port): readonly Port[] {
  const facts = operations.find(({ operation }) => operation === port);
  return facts?.ports ?? ['charge', port];
}

/** A request that this port takes, and nothing but a call to it left to do. */
export async function readyFor(stage: Stage, port: Port): Promise<() => Promise<unknown>> {
  const facts = operations.find(({ operation }) => operation === port);
  if (facts !== undefined) {
    const deed = await new Deeds(stage).ready(facts);
    return () => deed.perform(stage.attempt());
  }
  if (port === 'lookup') {
    const { providerReference } = approved(await stage.charge());
    return () => ask(stage.provider, port, { operation: 'charge', providerReference });
  }
  if (port === 'challenge') {
    if (stage.world.cards.challenged === undefined) throw new NotProvable('cards.challenged');
    const begun = await stage.charge('12.34', 'challenged');
    const continuation = begun.status === 'action_required' ? begun.continuation : '';
    return () => ask(stage.provider, port, { continuation });
  }
  await stage.charge();
  const [message] = (await stage.world.webhooks?.()) ?? [];
  if (message === undefined) throw new NotProvable('webhooks');
  return () => ask(stage.provider, port, message);
}
