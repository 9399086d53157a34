import { strict as assert } from 'node:assert';
import type { Deed } from '../../deed/deed.ts';
import { Deeds, requestsOf } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { cardOperations, operations } from '../../deed/operations.ts';
import type { Ended } from '../../deed/truth.ts';
import { assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import { faultsAfter } from '../../network/faults.ts';
import type { Ability, ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'idempotency';
const abilities: readonly Ability[] = ['ledger'];

/** The same reference is the same attempt: however often it is asked for, the bank does it once. */
export const repeats: readonly ContractPromise[] = [
  ...operations.flatMap((facts): readonly ContractPromise[] => [
    {
      group,
      name: `${facts.noun} that is repeated after its success is done once, also by another process`,
      ports: facts.ports,
      abilities,
      keep: (stage: Stage) => keepAfterSuccess(stage, facts),
    },
    {
      group,
      name: `${facts.noun} that is repeated after a lost answer is done once (defects 1, 2, 3)`,
      ports: facts.ports,
      abilities,
      keep: (stage: Stage) => keepAfterLoss(stage, facts),
    },
    {
      group,
      name: `${facts.noun} that is asked for ten times at once is done once (defects 4, 5)`,
      ports: facts.ports,
      abilities,
      keep: (stage: Stage) => keepAtOnce(stage, facts),
    },
    {
      group,
      name: `${facts.noun} under two references is done twice: the key is of the attempt (defect 9)`,
      ports: facts.ports,
      abilities,
      keep: (stage: Stage) => keepApart(stage, facts),
    },
  ]),
  ...cardOperations.map((facts): ContractPromise => ({
    group,
    name: `${facts.noun} that was declined stays so under its reference and can be done under a new one (defect 64)`,
    ports: facts.ports,
    abilities: ['ledger', 'cards.declined'],
    keep: (stage: Stage) => keepAfterDecline(stage, facts),
  })),
];

/**
 * A repeat of what was done must not prove that nothing moved. Only where the state is what protects (`by_state`) the
 * provider may refuse it: the refusal is about the repeat.
 */
function assertRepeat(stage: Stage, deed: Deed, ended: Ended, when: string, wasTold = false): void {
  const isRefusal = ended.outcome === undefined && ['refused', 'invalid_request'].includes(ended.error.code);
  if (isRefusal && stage.provider.limits.repeat[deed.facts.operation] === 'by_state') {
    return assert.equal(deed.times(), 1, `${when}: done once`);
  }
  assertTrue(ended, deed, when);
  // A provider that replays, or is asked what became of the first try, leaves nobody in doubt.
  const safety = stage.provider.limits.repeat[deed.facts.operation];
  if (safety === 'replayed' || (safety === 'refused' && wasTold))
    assert.equal(wordFor(ended), deed.usual, `${when}: the first result again`);
}

function referenceOf({ outcome }: Ended): string | undefined {
  return outcome !== undefined && 'providerReference' in outcome ? outcome.providerReference : undefined;
}

async function keepAfterSuccess(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const context = stage.attempt();
  const first = await endOf(deed.perform(context));
  assert.equal(wordFor(first), deed.usual);
  assertTrue(first, deed, 'the first');
  const providers = { 'the same provider': stage.provider, 'another process': stage.create() };
  for (const [when, provider] of Object.entries(providers)) {
    const ended = await endOf(deed.perform(context, provider));
    assertRepeat(stage, deed, ended, `repeated by ${when}`, true);
    if (wordFor(ended) === deed.usual)
      assert.equal(referenceOf(ended), referenceOf(first), 'it is the same transaction');
  }
}

async function keepAfterLoss(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const requests = await requestsOf(stage, await deeds.ready(facts));
  for (const fault of faultsAfter.slice(0, 4)) {
    for (let nth = 0; nth < requests; nth += 1) {
      const deed = await deeds.ready(facts);
      const context = stage.attempt();
      const when = `${fault.name}, at request ${nth + 1} of ${requests}`;
      stage.front.plan(fault, nth);
      assertTrue(await endOf(deed.perform(context)), deed, when);
      assertRepeat(stage, deed, await endOf(deed.perform(context)), `${when}, repeated`);
      assertRepeat(stage, deed, await endOf(deed.perform(context, stage.create())), `${when}, by another process`);
    }
  }
}

async function keepAtOnce(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const context = stage.attempt();
  const other = stage.create();
  const calls = Array.from({ length: 10 }, (_, index) =>
    endOf(deed.perform(context, index % 2 === 0 ? stage.provider : other)),
  );
  const ends = await Promise.all(calls);
  if (deed.moves) assert.equal(deed.times(), 1, `done once: ${ends.map(wordFor).join(', ')}`);
  for (const ended of ends) assertRepeat(stage, deed, ended, 'one of ten');
  const successes = ends.filter((ended) => wordFor(ended) === deed.usual).map(referenceOf);
  assert.equal(new Set(successes).size, 1, `there is one transaction: ${ends.map(wordFor).join(', ')}`);
}

async function keepApart(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const pair = [await deeds.ready(facts), await deeds.ready(facts)];
  const contexts = [stage.attempt(), stage.attempt()];
  const ends = await Promise.all(pair.map((deed, index) => endOf(deed.perform(contexts[index] ?? stage.attempt()))));
  assert.equal(new Set(ends.map(referenceOf)).size, 2, `two transactions: ${ends.map(wordFor).join(', ')}`);
  for (const [index, ended] of ends.entries()) {
    assert.equal(wordFor(ended), pair[index]?.usual);
    assert.equal(ended.outcome?.reference, contexts[index]?.reference, 'each is named by its own attempt');
  }
  const kinds = pair[0]?.facts.movements ?? [];
  const done = (pair[0]?.entries() ?? []).filter(({ kind }) => kinds.includes(kind));
  const after = done.filter(({ amount }) => pair.some((deed) => deed.amount.minorUnits === amount));
  assert.equal(after.length, pair[0]?.moves === true ? 2 : 0, 'the bank did both');
}

async function keepAfterDecline(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const deed = await deeds.ready(facts, 'declined');
  const context = stage.attempt();
  assert.equal(wordFor(await endOf(deed.perform(context))), 'declined');
  const again = await endOf(deed.perform(context));
  assert.equal(wordFor(again), 'declined', 'the decline was final');
  assertTrue(again, deed, 'repeated');
  const other = await deeds.ready(facts);
  const ended = await endOf(other.perform(stage.attempt()));
  assert.equal(wordFor(ended), other.usual, 'a new attempt is its own');
  assertTrue(ended, other, 'a new attempt');
}
