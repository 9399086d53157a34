import type { AttemptContext, Money, Outcome } from '@ducat/core';
import { NotProvable } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

/** Charges this amount, on the provider's own page where it takes no cards. */
export async function chargeMoney(stage: Stage, amount: Money, context: AttemptContext): Promise<Outcome> {
  const order = { ...stage.order(), amount };
  const { world, provider } = stage;
  if (world.cards.approved !== undefined) {
    return provider.charge({ ...order, source: { kind: 'card', card: stage.card() } }, context);
  }
  const begun = await provider.charge({ ...order, source: { kind: 'hosted' } }, context);
  if (begun.status !== 'action_required') return begun;
  if (world.shop === undefined) throw new NotProvable('shop');
  await world.shop(begun.action, 'approve', (url) => url.startsWith('https://shop.example/'));
  return provider.challenge({ continuation: begun.continuation });
}
