import { strict as assert } from 'node:assert';
import { balanceOf, requireBalance } from '../../judgement/balance.ts';
import { requireRefusal } from '../../judgement/refusal.ts';
import { requireAgreement, tallyOf } from '../../judgement/tally.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { anotherId, usd } from '../amounts.ts';
import { hold } from './hold.ts';

const group = 'two steps';

export const voids: readonly ContractPromise[] = [
  {
    group,
    name: 'a void releases all that is held and takes nothing',
    ports: ['authorize', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const context = stage.attempt();
      const outcome = approved(await stage.provider.void({ authorization, amount: usd('12.34') }, context));
      assert.equal(outcome.amount.toString(), '12.34 USD');
      assert.equal(outcome.reference, context.reference);
      requireBalance(stage, reference, {});
    },
  },
  {
    group,
    name: 'a part of a hold is released where limits.void says so, and never the whole in its place',
    ports: ['authorize', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const part = stage.provider.void({ authorization, amount: usd('5.00') }, stage.attempt());
      if (stage.provider.limits.void.partial) {
        assert.equal(approved(await part).amount.toString(), '5.00 USD');
        return requireBalance(stage, reference, { held: 734n });
      }
      await requireRefusal(part);
      requireBalance(stage, reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'more than is held is not voided',
    ports: ['authorize', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      await requireRefusal(stage.provider.void({ authorization, amount: usd('12.35') }, stage.attempt()));
      requireBalance(stage, reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'what was captured cannot be voided',
    ports: ['authorize', 'capture', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const all = { authorization, amount: usd('12.34') };
      approved(await stage.provider.capture(all, stage.attempt()));
      await requireRefusal(stage.provider.void(all, stage.attempt()));
      requireBalance(stage, reference, { taken: 1234n });
    },
  },
  {
    group,
    name: 'what was voided moves nothing when it is voided again',
    ports: ['authorize', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const all = { authorization, amount: usd('12.34') };
      approved(await stage.provider.void(all, stage.attempt()));
      const before = stage.movements(reference).length;
      // That it is released is true of a second void too, so an approval is no lie.
      await tallyOf([{ minorUnits: 1234n, outcome: stage.provider.void(all, stage.attempt()) }]);
      assert.equal(stage.movements(reference).length, before);
    },
  },
  {
    group,
    name: 'a void of an authorization that the provider does not know releases nothing',
    ports: ['authorize', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const request = { authorization: anotherId(authorization), amount: usd('12.34') };
      await requireRefusal(stage.provider.void(request, stage.attempt()));
      requireBalance(stage, reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'of a capture and a void at the same time one wins, and both say which',
    ports: ['authorize', 'capture', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const all = { authorization, amount: usd('12.34') };
      const [taken, released] = await Promise.all([
        tallyOf([{ minorUnits: 1234n, outcome: stage.provider.capture(all, stage.attempt()) }]),
        tallyOf([{ minorUnits: 1234n, outcome: stage.provider.void(all, stage.attempt()) }]),
      ]);
      const balance = balanceOf(stage, reference);
      requireAgreement(taken, balance.taken);
      requireAgreement(released, 1234n - balance.taken - balance.held);
      assert.equal(balance.held, 0n);
    },
  },
];
