import type { Outcome } from '@ducat/core';
import { order } from './requests.ts';
import type { Stage } from './stage.ts';

/** Charges with a card in hand: approved, declined, challenged in both generations of 3-D Secure. */
export async function chargeCards(stage: Stage): Promise<void> {
  const { world } = stage;
  const { provider, cards } = world;

  await stage.play({ operation: 'charge', story: 'card, no 3-D Secure', expected: 'approved' }, () =>
    provider.charge({ ...order(world, '10.01'), source: { kind: 'card', card: cards.approved } }, stage.attempt()),
  );
  await stage.play({ operation: 'charge', story: 'card that is declined', expected: 'declined' }, () =>
    provider.charge({ ...order(world, '10.02'), source: { kind: 'card', card: cards.declined } }, stage.attempt()),
  );

  const challenged = await stage.play(
    { operation: 'charge', story: 'card, 3-D Secure challenge', expected: 'action_required' },
    () =>
      provider.charge({ ...order(world, '10.03'), source: { kind: 'card', card: cards.challenged } }, stage.attempt()),
  );
  await finishAtProvider(stage, challenged, 'after the challenge');

  const relayed = await stage.play(
    { operation: 'charge', story: 'card, 3-D Secure 1, own TermUrl', expected: 'action_required' },
    () =>
      provider.charge(
        {
          ...order(world, '10.04'),
          source: { kind: 'card', card: cards.challengedBefore2 },
          threeDSecure: { termUrl: world.merchant.termUrl },
          providerOptions: { paycross: { advancedThreeDSecure: true } },
        },
        stage.attempt(),
      ),
  );
  if (relayed?.status !== 'action_required') return;
  const { continuation, action } = relayed;
  const { method, url, body } = await world.shop(action);
  await stage.play({ operation: 'challenge', story: 'the answer of the ACS relayed', expected: 'approved' }, () =>
    provider.challenge({ continuation, answer: { method, query: new URL(url).search.slice(1), body } }),
  );
}

/** The shopper finishes on the provider's pages; the outcome then comes from a lookup. */
export async function finishAtProvider(
  stage: Stage,
  outcome: Outcome | undefined,
  story: string,
): Promise<Outcome | undefined> {
  if (outcome?.status !== 'action_required') return undefined;
  await stage.world.shop(outcome.action);
  const { continuation } = outcome;
  return stage.play({ operation: 'challenge', story, expected: 'approved' }, () =>
    stage.world.provider.challenge({ continuation }),
  );
}
