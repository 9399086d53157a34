import type { ActionRequired } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paidBalance } from '../../deed/payment.ts';
import { requireBalance, requireEmptyLedger } from '../../judgement/balance.ts';
import { faultsAfter, faultsBefore } from '../../network/faults.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { begin, finish, referenceOf } from './begin.ts';

const group = 'challenge';

/** What a database or a cookie keeps of it, and another process reads. */
function stored({ continuation }: ActionRequired): { readonly continuation: string } {
  assert.equal(typeof continuation, 'string');
  return JSON.parse(JSON.stringify({ continuation })) as { continuation: string };
}

export const resumedChallenges: readonly ContractPromise[] = [
  {
    group,
    name: 'a challenge that was passed is approved in any process and without a session, by the continuation alone (defect 57)',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const begun = await begin(stage);
      const reference = referenceOf(begun);
      requireBalance(stage, reference, {});
      await finish(stage, begun, 'approve');
      const outcome = approved(await stage.create().challenge(stored(begun)));
      assert.equal(outcome.amount.toString(), '12.34 USD');
      assert.equal(outcome.reference, reference);
      assert.equal(outcome.providerReference, begun.providerReference);
      requireBalance(stage, reference, paidBalance(stage, 1234n));
    },
  },
  {
    group,
    name: 'a continuation that is used again and again takes the money once and says the same each time',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const begun = await begin(stage);
      await finish(stage, begun, 'approve');
      for (let use = 0; use < 3; use += 1) approved(await stage.provider.challenge(stored(begun)));
      const uses = [1, 2, 3].map(() => stage.create().challenge(stored(begun)));
      for (const outcome of await Promise.all(uses)) approved(outcome);
      requireBalance(stage, referenceOf(begun), paidBalance(stage, 1234n));
    },
  },
  {
    group,
    name: 'a challenge that is abandoned stays open and takes nothing, and can still be passed',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const begun = await begin(stage);
      for (let look = 0; look < 3; look += 1) {
        const { status } = await stage.provider.challenge(stored(begun));
        assert(status === 'action_required' || status === 'pending', status);
      }
      requireEmptyLedger(stage);
      await finish(stage, begun, 'approve');
      approved(await stage.provider.challenge(stored(begun)));
      requireBalance(stage, referenceOf(begun), paidBalance(stage, 1234n));
    },
  },
  {
    group,
    name: 'a challenge of an authorization that was passed holds the amount and takes nothing',
    ports: ['authorize', 'challenge'],
    abilities: ['ledger', 'shop', 'cards.challenged'],
    async keep(stage) {
      const begun = await begin(stage, '12.34', 'authorize');
      await finish(stage, begun, 'approve');
      approved(await stage.provider.challenge(stored(begun)));
      requireBalance(stage, referenceOf(begun), { held: 1234n });
    },
  },
  {
    group,
    name: 'the outcome of a challenge is asked of the provider: where the answer is lost it is unknown',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const begun = await begin(stage);
      await finish(stage, begun, 'approve');
      for (const fault of [...faultsBefore, ...faultsAfter]) {
        const before = stage.front.seen.length;
        stage.front.plan(fault);
        const outcome = await stage.provider.challenge(stored(begun));
        if (outcome.status !== 'unknown') assert.fail(`${fault.name}: ${outcome.status}`);
        assert.equal(outcome.error.effect, 'possible', fault.name);
        assert.equal(outcome.reference, referenceOf(begun));
        assert(stage.front.seen.length > before, fault.name);
      }
      approved(await stage.provider.challenge(stored(begun)));
      requireBalance(stage, referenceOf(begun), paidBalance(stage, 1234n));
    },
  },
];
