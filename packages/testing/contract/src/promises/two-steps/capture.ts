import { DucatError, Money } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { balanceOf, requireBalance } from '../../judgement/balance.ts';
import { requireRefusal, requireRefusalOrRepeat } from '../../judgement/refusal.ts';
import { requireAgreement, tallyOf } from '../../judgement/tally.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { anotherId, otherCurrency, usd } from '../amounts.ts';
import { hold } from './hold.ts';

const group = 'two steps';

export const captures: readonly ContractPromise[] = [
  {
    group,
    name: 'a capture takes exactly the amount and leaves nothing held',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const context = stage.attempt();
      const outcome = approved(await stage.provider.capture({ authorization, amount: usd('12.34') }, context));
      assert.equal(outcome.amount.toString(), '12.34 USD');
      assert.equal(outcome.reference, context.reference);
      requireBalance(stage, reference, { taken: 1234n });
    },
  },
  {
    group,
    name: 'more than is held is not captured, and the hold stays as it is',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      for (const amount of ['12.35', '123.40', '99999.99']) {
        await requireRefusal(stage.provider.capture({ authorization, amount: usd(amount) }, stage.attempt()));
      }
      requireBalance(stage, reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'what was captured cannot be captured again',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const capture = { authorization, amount: usd('12.34') };
      approved(await stage.provider.capture(capture, stage.attempt()));
      await requireRefusal(stage.provider.capture({ ...capture, amount: usd('0.01') }, stage.attempt()));
      await requireRefusalOrRepeat(stage.provider.capture(capture, stage.attempt()));
      requireBalance(stage, reference, { taken: 1234n });
    },
  },
  {
    group,
    name: 'what was voided cannot be captured',
    ports: ['authorize', 'capture', 'void'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const all = { authorization, amount: usd('12.34') };
      approved(await stage.provider.void(all, stage.attempt()));
      await requireRefusal(stage.provider.capture(all, stage.attempt()));
      requireBalance(stage, reference, {});
    },
  },
  {
    group,
    name: 'a capture of an authorization that the provider does not know takes nothing',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const unknown = anotherId(authorization);
      await requireRefusal(stage.provider.capture({ authorization: unknown, amount: usd('12.34') }, stage.attempt()));
      requireBalance(stage, reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'a payment in one step cannot be captured',
    ports: ['charge', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const { providerReference: authorization } = approved(await stage.pay('charge', '12.34', 'approved', context));
      await requireRefusal(stage.provider.capture({ authorization, amount: usd('12.34') }, stage.attempt()));
      requireBalance(stage, context.reference, { taken: 1234n });
    },
  },
  {
    group,
    name: 'captures at the same time take together no more than is held',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const amounts = ['12.34', '12.33', '7.00', '6.99', '6.98'].map(usd);
      const calls = amounts.map((amount) => ({
        minorUnits: amount.minorUnits,
        outcome: stage.provider.capture({ authorization, amount }, stage.attempt()),
      }));
      const tally = await tallyOf(calls);
      const { taken, held } = balanceOf(stage, reference);
      requireAgreement(tally, taken);
      assert(taken <= 1234n && held >= 0n, `${taken} was taken of 1234 and ${held} is held`);
    },
  },
  {
    group,
    name: 'an amount in another currency than the hold is never said to be captured',
    ports: ['authorize', 'capture'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const amount = Money.parse('12.34', otherCurrency(stage));
      try {
        const outcome = await stage.provider.capture({ authorization, amount }, stage.attempt());
        if (outcome.status === 'unknown') return;
        assert(outcome.status === 'declined' || outcome.status === 'not_sent', outcome.status);
      } catch (error) {
        assert(DucatError.is(error), 'a foreign error');
        assert.equal(error.effect, 'none');
      }
      requireBalance(stage, reference, { held: 1234n });
    },
  },
];
