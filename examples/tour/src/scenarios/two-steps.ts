import { Money } from '@ducat/core';
import { order } from './requests.ts';
import type { Stage } from './stage.ts';

/** Money is held first; then a part of one hold is captured and refunded, and another hold is voided. */
export async function payInTwoSteps(stage: Stage): Promise<void> {
  const { world } = stage;
  const { provider, cards } = world;
  const source = { kind: 'card', card: cards.approved } as const;

  const held = await stage.play({ operation: 'authorize', story: 'hold', expected: 'approved' }, () =>
    provider.authorize({ ...order(world, '20.01'), source, partialCapture: true }, stage.attempt()),
  );
  if (held?.status === 'approved') {
    const authorization = held.providerReference;
    const captured = await stage.play({ operation: 'capture', story: 'a part of the hold', expected: 'approved' }, () =>
      provider.capture({ authorization, amount: Money.parse('15.00', 'USD') }, stage.attempt()),
    );
    const payment = captured?.status === 'approved' ? captured.providerReference : authorization;
    await stage.play({ operation: 'refund', story: 'a part of the capture', expected: 'approved' }, () =>
      provider.refund({ payment, amount: Money.parse('5.50', 'USD'), reason: 'Too small' }, stage.attempt()),
    );
  }

  const other = await stage.play({ operation: 'authorize', story: 'another hold', expected: 'approved' }, () =>
    provider.authorize({ ...order(world, '20.02'), source }, stage.attempt()),
  );
  if (other?.status !== 'approved') return;
  const { amount, providerReference: authorization } = other;
  await stage.play({ operation: 'void', story: 'the whole hold', expected: 'approved' }, () =>
    provider.void({ authorization, amount }, stage.attempt()),
  );
}
