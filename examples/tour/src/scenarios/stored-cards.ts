import { order } from './requests.ts';
import type { Stage } from './stage.ts';

/** A card is stored, then charged without the shopper, and money is sent to it. */
export async function storeCards(stage: Stage): Promise<void> {
  const { world } = stage;
  const { provider, cards } = world;
  const source = { kind: 'card', card: cards.approved } as const;
  const isStandalone = provider.limits.tokenize === 'standalone';

  await stage.play(
    { operation: 'tokenize', story: 'no money moved', expected: isStandalone ? 'approved' : 'unsupported' },
    () => provider.tokenize({ ...order(world, '1.01'), source, usage: ['recurring'] }, stage.attempt()),
  );
  const stored = await stage.play({ operation: 'tokenize', story: 'a payment is allowed', expected: 'approved' }, () =>
    provider.tokenize(
      { ...order(world, '1.02'), source, usage: ['recurring', 'credit'], onPayment: 'allow' },
      stage.attempt(),
    ),
  );
  if (stored?.status !== 'approved' || stored.token === undefined) return;
  const { token } = stored;

  await stage.play({ operation: 'charge', story: 'stored card, without the shopper', expected: 'approved' }, () =>
    provider.charge(
      { ...order(world, '10.05'), source: { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } },
      stage.attempt(),
    ),
  );
  await stage.play({ operation: 'payout', story: 'to the stored card', expected: 'approved' }, () => {
    const { amount, description, customer = {} } = order(world, '5.01');
    const destination = { kind: 'token', token, usage: 'credit', initiator: 'merchant' } as const;
    return provider.payout({ amount, description, recipient: customer, destination }, stage.attempt());
  });
}
