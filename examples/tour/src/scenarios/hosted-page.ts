import { finishAtProvider } from './cards.ts';
import { order } from './requests.ts';
import type { Stage } from './stage.ts';

/** The shopper types the card on the provider's own page, where it has one. */
export async function payOnHostedPage(stage: Stage): Promise<void> {
  const { world } = stage;
  const hasPage = world.provider.id === 'paymega';
  const sent = await stage.play(
    { operation: 'charge', story: "provider's own page", expected: hasPage ? 'action_required' : 'unsupported' },
    () => world.provider.charge({ ...order(world, '10.06'), source: { kind: 'hosted' } }, stage.attempt()),
  );
  await finishAtProvider(stage, sent, 'after the page');
}
