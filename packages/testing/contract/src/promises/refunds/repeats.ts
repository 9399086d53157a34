import { strict as assert } from 'node:assert';
import { take } from '../../deed/payment.ts';
import { balanceOf, requireBalance } from '../../judgement/balance.ts';
import { requireAgreement, tallyOf } from '../../judgement/tally.ts';
import { faultsAfter } from '../../network/faults.ts';
import { taking } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { usd } from '../amounts.ts';

const group = 'refunds';
const reason = 'The hat did not fit';

export const refundRepeats: readonly ContractPromise[] = [
  {
    group,
    name: 'a refund that is repeated with the same reference gives back once',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      const context = stage.attempt();
      const amount = usd(stage.provider.limits.refund.partial ? '5.00' : '12.34');
      approved(await stage.provider.refund({ payment, amount, reason }, context));
      for (let repeat = 0; repeat < 2; repeat += 1) {
        const { status } = await stage.provider.refund({ payment, amount, reason }, context);
        // Anything definite but an approval would contradict the first answer.
        assert(['approved', 'pending', 'unknown'].includes(status), status);
      }
      requireBalance(stage, reference, { taken: 1234n, refunded: amount.minorUnits });
    },
  },
  {
    group,
    name: 'a refund whose answer was lost gives back once however often it is repeated, and is never said to be undone',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      const context = stage.attempt();
      const request = { payment, amount: usd('12.34'), reason };
      for (const [index, fault] of faultsAfter.entries()) {
        // A refund may be more than one request; each of them loses its answer in turn.
        stage.front.plan(fault, index % 3);
        const before = balanceOf(stage, reference).refunded;
        const { status } = await stage.provider.refund(request, context);
        const { refunded } = balanceOf(stage, reference);
        assert(refunded <= 1234n, `${refunded} was given back of 1234`);
        // `not_sent` is about this call alone, `declined` about the refund.
        const allowed = status === 'declined' ? 0n : status === 'not_sent' ? before : refunded;
        assert.equal(refunded, allowed, `${fault.name}: ${status}, and ${refunded} was given back`);
      }
      requireBalance(stage, reference, { taken: 1234n, refunded: 1234n });
    },
  },
  {
    group,
    name: 'refunds at the same time give back together no more than was taken (defect 42)',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      const amounts = ['12.34', '12.33', '7.00', '6.99', '6.98', '3.00'].map(usd);
      const calls = amounts.map((amount) => ({
        minorUnits: amount.minorUnits,
        outcome: stage.provider.refund({ payment, amount, reason }, stage.attempt()),
      }));
      const tally = await tallyOf(calls);
      const { refunded } = balanceOf(stage, reference);
      requireAgreement(tally, refunded);
      assert(refunded <= 1234n, `${refunded} was given back of 1234`);
    },
  },
  {
    group,
    name: 'the same refund sent several times at once gives back once (defect 42)',
    ports: [taking, 'refund'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference, payment } = await take(stage, '12.34');
      const context = stage.attempt();
      const amount = usd(stage.provider.limits.refund.partial ? '3.00' : '12.34');
      const calls = Array.from({ length: 4 }, () => stage.provider.refund({ payment, amount, reason }, context));
      const outcomes = await Promise.all(calls);
      assert(outcomes.every(({ status }) => ['approved', 'pending', 'unknown'].includes(status)));
      requireBalance(stage, reference, { taken: 1234n, refunded: amount.minorUnits });
    },
  },
];
