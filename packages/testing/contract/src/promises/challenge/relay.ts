import type { ChallengeAnswer } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paidBalance } from '../../deed/payment.ts';
import { requireTruth } from '../../deed/truth.ts';
import type { ShopperReturn } from '../../harness/world.ts';
import { requireBalance, requireEmptyLedger } from '../../judgement/balance.ts';
import { faultsAfter, faultsBefore } from '../../network/faults.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { beginFirstVersion, finish, referenceOf, termUrl } from './begin.ts';
import { withCharacter } from './continuations.ts';

const group = 'challenge';
const abilities = ['ledger', 'shop', 'cards.challengedFirstVersion'] as const;

/** What the merchant received at the term URL, as it hands it on. */
function answerOf({ method, url, body }: ShopperReturn): ChallengeAnswer {
  assert(url.startsWith(termUrl), `the answer went to ${url}`);
  return method === 'POST' ? { method, body } : { method, query: new URL(url).search.slice(1) };
}

export const relayedAnswers: readonly ContractPromise[] = [
  {
    group,
    name: 'an answer that came to the merchant is relayed byte for byte and once, and approves the payment',
    ports: [paying, 'challenge'],
    abilities,
    async keep(stage) {
      const begun = await beginFirstVersion(stage);
      const answer = answerOf(await finish(stage, begun, 'approve'));
      requireEmptyLedger(stage);
      const before = stage.front.seen.length;
      approved(await stage.create().challenge({ continuation: begun.continuation, answer }));
      const relayed = stage.front.seen.slice(before).filter(({ method, path, body }) => {
        if (answer.method === 'GET') return method === 'GET' && path.endsWith(answer.query ?? '?');
        return method === 'POST' && Buffer.from(body).toString('utf8') === answer.body;
      });
      assert.equal(relayed.length, 1);
      requireBalance(stage, referenceOf(begun), paidBalance(stage, 1234n));
    },
  },
  {
    group,
    name: 'an answer is relayed by the method it came by, whatever it says, and approves nothing by itself',
    ports: [paying, 'challenge'],
    abilities,
    async keep(stage) {
      const { continuation } = await beginFirstVersion(stage);
      const text = 'PaRes=a%2Bb%3D%3D&MD=x%20y+z&empty=&%C3%BC=ü';
      for (const answer of [
        { method: 'GET', query: text.replace('ü', '%C3%BC') },
        { method: 'POST', body: text },
      ] as const) {
        const before = stage.front.seen.length;
        const outcome = await stage.provider.challenge({ continuation, answer });
        assert.notEqual(outcome.status, 'approved');
        const seen = stage.front.seen[before];
        assert.equal(seen?.method, answer.method);
        if (answer.method === 'GET') assert(seen.path.endsWith(answer.query), seen.path);
        else assert.equal(Buffer.from(seen.body).toString('utf8'), answer.body);
      }
      requireEmptyLedger(stage);
    },
  },
  {
    group,
    name: 'an answer that is given again takes the money once',
    ports: [paying, 'challenge'],
    abilities,
    async keep(stage) {
      const begun = await beginFirstVersion(stage);
      const { continuation } = begun;
      const answer = answerOf(await finish(stage, begun, 'approve'));
      for (let use = 0; use < 3; use += 1) approved(await stage.provider.challenge({ continuation, answer }));
      approved(await stage.provider.challenge({ continuation }));
      requireBalance(stage, referenceOf(begun), paidBalance(stage, 1234n));
    },
  },
  {
    group,
    name: 'an answer to one payment does not approve another',
    ports: [paying, 'challenge'],
    abilities,
    async keep(stage) {
      const cheap = await beginFirstVersion(stage, '1.00');
      const dear = await beginFirstVersion(stage, '99.00');
      const answer = answerOf(await finish(stage, cheap, 'approve'));
      const swapped = { continuation: dear.continuation, answer };
      const { outcome } = await requireTruth(stage, stage.provider.challenge(swapped), 'swapped');
      assert(outcome?.status !== 'approved' || outcome.reference !== dear.reference);
      requireBalance(stage, referenceOf(dear), {});
      approved(await stage.provider.challenge({ continuation: cheap.continuation, answer }));
      requireBalance(stage, referenceOf(cheap), paidBalance(stage, 100n));
    },
  },
  {
    group,
    name: 'an answer with a character changed takes nothing',
    ports: [paying, 'challenge'],
    abilities,
    async keep(stage) {
      const begun = await beginFirstVersion(stage);
      const { method, query, body } = answerOf(await finish(stage, begun, 'approve'));
      const text = query ?? body ?? '';
      // The first character of a value, one within, and the last: those are what a careless decoder forgives.
      const places = [text.indexOf('=') + 1, text.indexOf('=') + 60, text.indexOf('&') - 1, text.length - 1];
      for (const place of places) {
        const changed = withCharacter(text, place);
        const answer = method === 'GET' ? { method, query: changed } : { method, body: changed };
        await stage.provider.challenge({ continuation: begun.continuation, answer });
      }
      requireEmptyLedger(stage);
    },
  },
  {
    group,
    name: 'an answer that was lost on its way is relayed again and takes the money once',
    ports: [paying, 'challenge'],
    abilities,
    async keep(stage) {
      const begun = await beginFirstVersion(stage);
      const answer = answerOf(await finish(stage, begun, 'approve'));
      for (const fault of [...faultsBefore, ...faultsAfter]) {
        stage.front.plan(fault);
        const call = stage.provider.challenge({ continuation: begun.continuation, answer });
        await requireTruth(stage, call, fault.name);
      }
      approved(await stage.provider.challenge({ continuation: begun.continuation, answer }));
      requireBalance(stage, referenceOf(begun), paidBalance(stage, 1234n));
    },
  },
  {
    group,
    name: 'a relayed answer that is a refusal is declined and takes nothing',
    ports: [paying, 'challenge'],
    abilities,
    async keep(stage) {
      const begun = await beginFirstVersion(stage);
      const answer = answerOf(await finish(stage, begun, 'refuse'));
      const { status } = await stage.provider.challenge({ continuation: begun.continuation, answer });
      assert.equal(status, 'declined');
      requireEmptyLedger(stage);
    },
  },
];
