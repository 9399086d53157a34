import { strict as assert } from 'node:assert';
import { take } from '../../deed/payment.ts';
import { balanceOf, requireBalance } from '../../judgement/balance.ts';
import { requireNothingSent, requireRefusal } from '../../judgement/refusal.ts';
import { taking } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { usd } from '../amounts.ts';

const group = 'refunds';
const reason = 'The hat did not fit';

export const refundAmounts: readonly ContractPromise[] = [
  {
    group,
    name: 'a full refund gives back exactly what was taken',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      const context = stage.attempt();
      const outcome = approved(await stage.provider.refund({ payment, amount: usd('12.34'), reason }, context));
      assert.equal(outcome.amount.toString(), '12.34 USD');
      assert.equal(outcome.reference, context.reference);
      requireBalance(stage, reference, { taken: 1234n, refunded: 1234n });
    },
  },
  {
    group,
    name: 'a part is given back where limits.refund says so, and just that part',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      const part = stage.provider.refund({ payment, amount: usd('5.00'), reason }, stage.attempt());
      if (!stage.provider.limits.refund.partial) {
        await requireRefusal(part);
        return requireBalance(stage, reference, { taken: 1234n });
      }
      assert.equal(approved(await part).amount.toString(), '5.00 USD');
      requireBalance(stage, reference, { taken: 1234n, refunded: 500n });
    },
  },
  {
    group,
    name: 'several refunds each give back their own amount where limits.refund says so',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { partial, multiple } = stage.provider.limits.refund;
      const { reference, payment } = await take(stage, '12.34');
      const first = partial ? '5.00' : '12.34';
      approved(await stage.provider.refund({ payment, amount: usd(first), reason }, stage.attempt()));
      const second = stage.provider.refund({ payment, amount: usd('4.00'), reason }, stage.attempt());
      if (!partial || !multiple) {
        await requireRefusal(second);
        return requireBalance(stage, reference, { taken: 1234n, refunded: usd(first).minorUnits });
      }
      assert.equal(approved(await second).amount.toString(), '4.00 USD');
      const rest = await stage.provider.refund({ payment, amount: usd('3.34'), reason }, stage.attempt());
      assert.equal(approved(rest).amount.toString(), '3.34 USD');
      requireBalance(stage, reference, { taken: 1234n, refunded: 1234n });
    },
  },
  {
    group,
    name: 'more than was taken is not given back, in one refund or in several (defect 41)',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { partial, multiple } = stage.provider.limits.refund;
      const { reference, payment } = await take(stage, '12.34');
      const refund = (amount: string) =>
        stage.provider.refund({ payment, amount: usd(amount), reason }, stage.attempt());
      await requireRefusal(refund('12.35'));
      await requireRefusal(refund('123.40'));
      requireBalance(stage, reference, { taken: 1234n });
      if (partial && multiple) approved(await refund('5.00'));
      await requireRefusal(refund(partial && multiple ? '7.35' : '12.36'));
      const { refunded } = balanceOf(stage, reference);
      approved(await refund(partial && multiple ? '7.34' : '12.34'));
      await requireRefusal(refund('0.01'));
      requireBalance(stage, reference, { taken: 1234n, refunded: 1234n });
      assert(refunded < 1234n);
    },
  },
  {
    group,
    name: 'a refund of nothing or of less is refused before anything is sent (defect 42)',
    ports: [taking, 'refund'],
    abilities: [],
    async keep(stage) {
      const { payment } = await take(stage, '12.34');
      for (const amount of [usd('0'), usd('-0.01'), usd('-12.34')]) {
        await requireNothingSent(stage, () => stage.provider.refund({ payment, amount, reason }, stage.attempt()));
      }
    },
  },
];
