import type { ActionRequired, ChallengeAnswer } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paidBalance } from '../../deed/payment.ts';
import { requireTruth } from '../../deed/truth.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import { requireBalance, requireEmptyLedger } from '../../judgement/balance.ts';
import { requireNothingSent } from '../../judgement/refusal.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { begin, finish, referenceOf } from './begin.ts';

const group = 'challenge';

const words = 'status=success&status=successful&result=approved&PaRes=eJxVUtt&cres=eyJ0cmFuc1N0YXR1cyI6IlkifQ&MD=1';

/** What a shopper can write into the address bar or a form. */
const claims: readonly ChallengeAnswer[] = [
  { method: 'GET', query: words },
  { method: 'POST', body: words },
  { method: 'POST', body: JSON.stringify({ status: 'successful', transaction: { status: 'successful' } }) },
];

async function requireNoApproval(
  stage: Stage,
  { continuation }: ActionRequired,
  answer?: ChallengeAnswer,
): Promise<void> {
  const request = answer === undefined ? { continuation } : { continuation, answer };
  const { outcome } = await requireTruth(stage, stage.provider.challenge(request), JSON.stringify(answer));
  assert.notEqual(outcome?.status, 'approved');
}

export const challengeAnswers: readonly ContractPromise[] = [
  {
    group,
    name: 'a challenge that the shopper failed is declined and takes nothing',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop', 'cards.challenged'],
    async keep(stage) {
      const begun = await begin(stage);
      await finish(stage, begun, 'refuse');
      const { continuation } = begun;
      const outcome = await stage.provider.challenge({ continuation });
      assert.equal(outcome.status, 'declined');
      assert.equal(outcome.reference, referenceOf(begun));
      requireEmptyLedger(stage);
    },
  },
  {
    group,
    name: 'what the browser says decides nothing, before the shopper acted and after a refusal',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop', 'cards.challenged'],
    async keep(stage) {
      const begun = await begin(stage);
      for (const claim of claims) await requireNoApproval(stage, begun, claim);
      await finish(stage, begun, 'refuse');
      for (const claim of claims) await requireNoApproval(stage, begun, claim);
      requireEmptyLedger(stage);
    },
  },
  {
    group,
    name: 'a challenge that was passed approves its own payment and no other',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const passed = await begin(stage, '1.00');
      const open = await begin(stage, '99.00');
      await finish(stage, passed, 'approve');
      await requireNoApproval(stage, open);
      const outcome = approved(await stage.provider.challenge({ continuation: passed.continuation }));
      assert.equal(outcome.reference, referenceOf(passed));
      assert.equal(outcome.amount.toString(), '1.00 USD');
      requireBalance(stage, referenceOf(passed), paidBalance(stage, 100n));
      requireBalance(stage, referenceOf(open), {});
    },
  },
  {
    group,
    name: 'an answer of the provider about another payment is not taken for this one',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const passed = await begin(stage, '1.00');
      const open = await begin(stage, '99.00');
      await finish(stage, passed, 'approve');
      const answers: SurfaceResponse[] = [];
      const record = { isOver: false };
      stage.front.rewrite((_request, response) => {
        if (record.isOver) return answers.at(-1) ?? response;
        answers.push(response);
        return response;
      });
      approved(await stage.provider.challenge({ continuation: passed.continuation }));
      record.isOver = true;
      const outcome = await stage.provider.challenge({ continuation: open.continuation });
      assert.equal(outcome.status, 'unknown');
    },
  },
  {
    group,
    name: 'an answer of the provider with another amount is not an approval (defects 25, 27)',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop', 'next.amount'],
    async keep(stage) {
      const { continuation, ...begun } = await begin(stage);
      await finish(stage, { continuation, ...begun }, 'approve');
      stage.world.next?.amount?.(100n);
      assert.equal((await stage.provider.challenge({ continuation })).status, 'unknown');
      approved(await stage.provider.challenge({ continuation }));
    },
  },
  {
    group,
    name: 'a continuation of another provider is refused before anything is sent',
    ports: [paying, 'challenge'],
    abilities: ['shop'],
    async keep(stage) {
      const { continuation } = await begin(stage);
      const other = stage.create({ id: 'another' });
      const error = await requireNothingSent(stage, () => other.challenge({ continuation }));
      assert.equal(error.code, 'invalid_request');
    },
  },
];
