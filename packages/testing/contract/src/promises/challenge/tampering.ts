import { strict as assert } from 'node:assert';
import { requireTruth } from '../../deed/truth.ts';
import { balanceOf, requireBalance } from '../../judgement/balance.ts';
import { requireNothingSent } from '../../judgement/refusal.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { begin, finish, referenceOf } from './begin.ts';
import { fieldsOf, withCharacter, withField } from './continuations.ts';

const group = 'challenge';

interface Pair {
  /** A payment of 1.00 USD that the shopper has made. */
  readonly paid: string;
  /** A payment of 99.00 USD that they have not. */
  readonly open: string;
  readonly openReference: string;
}

async function begunPair(stage: Stage): Promise<Pair> {
  const paid = await begin(stage, '1.00');
  const open = await begin(stage, '99.00');
  await finish(stage, paid, 'approve');
  return { paid: paid.continuation, open: open.continuation, openReference: referenceOf(open) };
}

export const tamperedContinuations: readonly ContractPromise[] = [
  {
    group,
    name: 'a continuation with a character changed approves nothing that was not paid',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const { paid, open, openReference } = await begunPair(stage);
      // A step that no field is as long as, and that has no divisor in common with the four characters of three bytes.
      for (let position = 0; position < open.length; position += 5) {
        const when = `character ${position}`;
        await requireTruth(stage, stage.provider.challenge({ continuation: withCharacter(open, position) }), when);
        if (position < paid.length) {
          await requireTruth(stage, stage.provider.challenge({ continuation: withCharacter(paid, position) }), when);
        }
      }
      requireBalance(stage, openReference, {});
    },
  },
  {
    group,
    name: 'a continuation with a field changed, taken from another payment or left out approves nothing that was not paid',
    ports: [paying, 'challenge'],
    abilities: ['ledger', 'shop'],
    async keep(stage) {
      const { paid, open, openReference } = await begunPair(stage);
      const others = fieldsOf(paid);
      for (const name of Object.keys(fieldsOf(open))) {
        for (const value of [others[name], undefined, '', '1', '9900', '../..', 'USD', true, 0, null, {}, []]) {
          const when = `${name} is ${JSON.stringify(value)}`;
          await requireTruth(stage, stage.provider.challenge({ continuation: withField(open, name, value) }), when);
          await requireTruth(stage, stage.provider.challenge({ continuation: withField(paid, name, value) }), when);
        }
      }
      for (const name of ['__proto__', 'constructor', 'status', 'outcome']) {
        const request = { continuation: withField(open, name, 'approved') };
        await requireTruth(stage, stage.provider.challenge(request), name);
      }
      requireBalance(stage, openReference, {});
      assert.equal(balanceOf(stage, openReference).taken, 0n);
    },
  },
  {
    group,
    name: 'a string that is no continuation is refused before anything is sent',
    ports: [paying, 'challenge'],
    abilities: ['shop'],
    async keep(stage) {
      const { continuation } = await begin(stage);
      const others = ['', ' ', '{}', 'null', continuation.slice(1), continuation.slice(0, -2), `${continuation}A`];
      const encoded = ['null', '[]', '{}', '{"__proto__":{}}', '['.repeat(4000)].map((text) =>
        Buffer.from(text).toString('base64url'),
      );
      const head = continuation.slice(0, continuation.lastIndexOf('.') + 1);
      const long = 'A'.repeat(1_000_000);
      for (const wrong of [
        ...others,
        ...encoded.map((text) => head + text),
        long,
        ` ${continuation}`,
        `${continuation}\n`,
      ]) {
        const error = await requireNothingSent(stage, () => stage.provider.challenge({ continuation: wrong }));
        assert.equal(error.code, 'invalid_request', wrong.slice(0, 40));
      }
    },
  },
];
