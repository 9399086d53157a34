import type { Outcome, TransactionRecord } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { askLookup } from '../../deed/ask.ts';
import { Deeds } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { assertTrue, endOf } from '../../deed/truth.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'outcomes';
const abilities = ['ledger', 'next.status'] as const;

/** Not in any provider's list, and not in our vocabulary either. */
const word = 'quantum_settled';

/** Every provider will one day say a word that nobody has mapped. */
export const words: readonly ContractPromise[] = operations.flatMap((facts) => [
  {
    group,
    name: `${facts.noun} answered with a word that nobody knows is pending, with the word in raw alone (defect 48)`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepAnswered(stage, facts),
  },
  {
    group,
    name: `${facts.noun} that is looked up and stands under a word that nobody knows is pending (defects 46, 47)`,
    ports: [...facts.ports, 'lookup'] as const,
    abilities,
    keep: (stage: Stage) => keepLookedUp(stage, facts),
  },
]);

function assertUnmapped(outcome: Outcome, of: string): void {
  assert(outcome.status === 'pending', `${of} is pending, not ${outcome.status}`);
  assert.equal(outcome.reason, 'unmapped_status');
  assert(Object.values(outcome.raw).includes(word), 'the word is kept');
  assert(!JSON.stringify({ ...outcome, raw: {} }).includes(word), 'the word stands in raw alone');
}

/** Every answer of the call has the word, because nobody outside knows which of them decides. */
async function keepAnswered(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  if (deed.usual !== 'approved') return;
  const say = (): void => stage.world.next?.status?.(word);
  say();
  stage.front.rewrite((_request, response) => {
    say();
    return response;
  });
  const ended = await endOf(deed.perform(stage.attempt()));
  assertTrue(ended, deed, 'an unknown word');
  assert(ended.outcome !== undefined, `an outcome, not ${ended.error?.message}`);
  assertUnmapped(ended.outcome, facts.noun);
}

async function keepLookedUp(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const context = stage.attempt();
  const outcome = await deed.perform(context);
  assert.equal(outcome.status, deed.usual);
  assert('providerReference' in outcome);
  const { operation } = facts;
  const byReference = stage.provider.limits.lookupByReference.includes(operation);
  const keys = [
    { providerReference: outcome.providerReference },
    ...(byReference ? [{ reference: context.reference }] : []),
  ];
  for (const key of keys) {
    stage.world.next?.status?.(word);
    const result = await askLookup(stage.provider, { operation, ...key });
    assert(result.status === 'found', `found, not ${result.status}`);
    const [record] = result.transactions as readonly [TransactionRecord];
    assertUnmapped(record.outcome, facts.noun);
  }
}
