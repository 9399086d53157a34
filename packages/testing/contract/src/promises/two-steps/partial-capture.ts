import { strict as assert } from 'node:assert';
import { balanceOf, requireBalance } from '../../judgement/balance.ts';
import { requireRefusal } from '../../judgement/refusal.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { usd } from '../amounts.ts';
import type { Hold } from './hold.ts';
import { hold } from './hold.ts';

const group = 'two steps';

/** A hold of which nobody said that a part may be captured. */
async function unannounced(stage: Stage, amount: string): Promise<Hold> {
  const context = stage.attempt();
  const source = { kind: 'card', card: stage.card() } as const;
  const outcome = approved(await stage.provider.authorize({ ...stage.order(amount), source }, context));
  return { reference: context.reference, authorization: outcome.providerReference };
}

export const partialCaptures: readonly ContractPromise[] = [
  {
    group,
    name: 'a part of a hold is captured where limits.capture says so, and just that part',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { partial, multiple } = stage.provider.limits.capture;
      const { reference, authorization } = await hold(stage, '12.34');
      const capture = stage.provider.capture({ authorization, amount: usd('5.00') }, stage.attempt());
      if (partial === 'never') {
        await requireRefusal(capture);
        return requireBalance(stage, reference, { held: 1234n });
      }
      assert.equal(approved(await capture).amount.toString(), '5.00 USD');
      requireBalance(stage, reference, { taken: 500n, held: multiple ? 734n : 0n });
    },
  },
  {
    group,
    name: 'a part that was not announced is captured only where limits.capture.partial is always',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { partial } = stage.provider.limits.capture;
      const { reference, authorization } = await unannounced(stage, '12.34');
      const capture = stage.provider.capture({ authorization, amount: usd('5.00') }, stage.attempt());
      if (partial === 'always') {
        approved(await capture);
        return assert.equal(balanceOf(stage, reference).taken, 500n);
      }
      await requireRefusal(capture);
      requireBalance(stage, reference, { held: 1234n });
      approved(await stage.provider.capture({ authorization, amount: usd('12.34') }, stage.attempt()));
      requireBalance(stage, reference, { taken: 1234n });
    },
  },
  {
    group,
    name: 'a second capture takes what is left where limits.capture.multiple is true, and nothing where not',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { partial, multiple } = stage.provider.limits.capture;
      const { reference, authorization } = await hold(stage, '12.34');
      const first = partial === 'never' ? '12.34' : '5.00';
      approved(await stage.provider.capture({ authorization, amount: usd(first) }, stage.attempt()));
      const taken = usd(first).minorUnits;
      await requireRefusal(stage.provider.capture({ authorization, amount: usd('7.35') }, stage.attempt()));
      assert.equal(balanceOf(stage, reference).taken, taken);
      const second = stage.provider.capture({ authorization, amount: usd('7.34') }, stage.attempt());
      if (!multiple || partial === 'never') {
        await requireRefusal(second);
        return requireBalance(stage, reference, { taken });
      }
      approved(await second);
      requireBalance(stage, reference, { taken: 1234n });
    },
  },
];
