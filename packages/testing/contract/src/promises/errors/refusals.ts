import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { inspect } from 'node:util';
import { ask } from '../../deed/ask.ts';
import { Deeds, requestsOf } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { payingBy } from '../../deed/payment.ts';
import { endOf } from '../../deed/truth.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'errors';

/** What the provider refuses, it says itself. */
export const refusals: readonly ContractPromise[] = [
  ...operations.map((facts): ContractPromise => ({
    group,
    name: `${facts.noun} that the provider refuses is an error of that provider with effect none, or a decline`,
    ports: facts.ports,
    abilities: ['ledger', 'next.refusalWith'],
    keep: (stage) => keepRefused(stage, facts),
  })),
  {
    group,
    name: 'an error is known by its registered symbol, says what may be done, and can be written down',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      const thrown: unknown = await ask(stage.provider, payingBy(stage.provider), {}, stage.attempt()).catch(
        (reason: unknown) => reason,
      );
      assert(DucatError.is(thrown));
      assert(Symbol.for('@ducat/core.DucatError') in thrown, 'another copy of the library would know it');
      assert(thrown instanceof Error);
      assert.equal(Reflect.get(thrown, 'name'), 'DucatError');
      const { code, message, effect, retry, issues } = thrown;
      const parsed = JSON.parse(JSON.stringify(thrown)) as Record<string, unknown>;
      assert.deepEqual(
        [parsed['code'], parsed['message'], parsed['effect'], parsed['retry'], parsed['issues']],
        [code, message, effect, retry, issues],
      );
      assert(inspect(thrown).includes(message), 'its message is seen where errors are printed');
      assert.match(thrown.stack ?? '', /\n {4}at /, 'it says where it was thrown');
    },
  },
];

async function keepRefused(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const requests = await requestsOf(stage, await deeds.ready(facts));
  const deed = await deeds.ready(facts);
  const text = 'The merchant is not allowed to do this';
  stage.world.next?.refusalWith?.(text);
  const { outcome, error } = await endOf(deed.perform(stage.attempt()));
  assert.deepEqual(deed.entries(), [], `the bank did nothing; an undisturbed call has ${requests} requests`);
  const isProof = outcome === undefined || outcome.status === 'declined' || outcome.status === 'not_sent';
  assert(isProof, `a refusal proves that nothing moved, and it was ${outcome?.status}`);
  if (error === undefined) return;
  assert.equal(error.effect, 'none');
  assert.equal(error.provider, stage.provider.id, 'it names the provider');
  assert(JSON.stringify(error).includes(text), 'the provider is quoted');
  assert.notEqual(error.raw['httpStatus'], undefined, 'raw says which HTTP status it was');
}
