import { DucatError, Money } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { take } from '../../deed/payment.ts';
import { requireBalance } from '../../judgement/balance.ts';
import { requireNothingSent, requireRefusal } from '../../judgement/refusal.ts';
import { taking } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { anotherId, otherCurrency, usd } from '../amounts.ts';
import { hold } from '../two-steps/hold.ts';

const group = 'refunds';
const reason = 'The hat did not fit';

export const refundedPayments: readonly ContractPromise[] = [
  {
    group,
    name: 'a refund of a payment that the provider does not know gives nothing back',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      const request = { payment: anotherId(payment), amount: usd('12.34'), reason };
      await requireRefusal(stage.provider.refund(request, stage.attempt()));
      requireBalance(stage, reference, { taken: 1234n });
    },
  },
  {
    group,
    name: 'a refund of an id that cannot be one is refused before anything is sent',
    ports: ['refund'],
    abilities: [],
    async keep(stage) {
      for (const payment of ['', '..', 'a/b', 'a?b', 'a b', '%2e%2e', 'x'.repeat(1000)]) {
        const request = { payment, amount: usd('1.00'), reason };
        await requireNothingSent(stage, () => stage.provider.refund(request, stage.attempt()));
      }
    },
  },
  {
    group,
    name: 'an authorization that was not captured cannot be refunded',
    ports: ['authorize', 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      const request = { payment: authorization, amount: usd('12.34'), reason };
      await requireRefusal(stage.provider.refund(request, stage.attempt()));
      requireBalance(stage, reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'an authorization that was voided cannot be refunded',
    ports: ['authorize', 'void', 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, authorization } = await hold(stage, '12.34');
      approved(await stage.provider.void({ authorization, amount: usd('12.34') }, stage.attempt()));
      const request = { payment: authorization, amount: usd('12.34'), reason };
      await requireRefusal(stage.provider.refund(request, stage.attempt()));
      requireBalance(stage, reference, {});
    },
  },
  {
    group,
    name: 'of a hold no more is given back than was captured (defect 41)',
    ports: ['authorize', 'capture', 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const isPartial = stage.provider.limits.capture.partial !== 'never';
      const { reference, authorization } = await hold(stage, '12.34');
      const captured = usd(isPartial ? '5.00' : '12.34');
      const capture = approved(await stage.provider.capture({ authorization, amount: captured }, stage.attempt()));
      const payment = capture.providerReference;
      const tooMuch = { payment, amount: captured.plus(usd('0.01')), reason };
      await requireRefusal(stage.provider.refund(tooMuch, stage.attempt()));
      approved(await stage.provider.refund({ payment, amount: captured, reason }, stage.attempt()));
      assert.equal(stage.movements(reference, 'refund').length, 1);
      assert.equal(stage.movements(reference, 'refund')[0]?.amount, captured.minorUnits);
    },
  },
  {
    group,
    name: 'an amount in another currency than the payment is never said to be given back',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      try {
        const amount = Money.parse('12.34', otherCurrency(stage));
        const outcome = await stage.provider.refund({ payment, amount, reason }, stage.attempt());
        if (outcome.status === 'unknown') return;
        assert(outcome.status === 'declined' || outcome.status === 'not_sent', outcome.status);
      } catch (error) {
        assert(DucatError.is(error), 'a foreign error');
        assert.equal(error.effect, 'none');
      }
      requireBalance(stage, reference, { taken: 1234n });
    },
  },
];
