import { strict as assert } from 'node:assert';
import { requireBalance } from '../../judgement/balance.ts';
import { requireNothingSent } from '../../judgement/refusal.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { usd } from '../amounts.ts';

const group = 'two steps';

/** What captures and voids of a promise are about. */
export interface Hold {
  /** The attempt's own reference. */
  readonly reference: string;
  /** The provider's id. */
  readonly authorization: string;
}

/** An approved authorization of which a part may be captured. */
export async function hold(stage: Stage, amount: string): Promise<Hold> {
  const context = stage.attempt();
  const { providerReference } = await stage.authorize(amount, context);
  return { reference: context.reference, authorization: providerReference };
}

export const holds: readonly ContractPromise[] = [
  {
    group,
    name: 'an authorization holds the amount and takes nothing',
    ports: ['authorize'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const outcome = await stage.authorize('12.34', context);
      assert.equal(outcome.amount.toString(), '12.34 USD');
      assert.equal(outcome.reference, context.reference);
      requireBalance(stage, context.reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'a declined authorization holds nothing',
    ports: ['authorize'],
    abilities: ['ledger', 'cards.declined'],
    async keep(stage) {
      const context = stage.attempt();
      const source = { kind: 'card', card: stage.card('declined') } as const;
      const outcome = await stage.provider.authorize({ ...stage.order('12.34'), source }, context);
      assert.equal(outcome.status, 'declined');
      requireBalance(stage, context.reference, {});
    },
  },
  {
    group,
    name: 'a capture or a void of an id that cannot be one is refused before anything is sent',
    ports: ['capture', 'void'],
    abilities: [],
    async keep(stage) {
      for (const authorization of ['', '..', 'a/b', 'a?b', 'a b', '%2e%2e', 'x'.repeat(1000)]) {
        const request = { authorization, amount: usd('1.00') };
        await requireNothingSent(stage, () => stage.provider.capture(request, stage.attempt()));
        await requireNothingSent(stage, () => stage.provider.void(request, stage.attempt()));
      }
    },
  },
];
