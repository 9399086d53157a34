import { strict as assert } from 'node:assert';
import { Deeds, requestsOf } from '../../deed/deed.ts';
import type { Deed } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { assertLookupTells, assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import type { Fault } from '../../network/fault.ts';
import { faultsAfter, faultsBefore, oddities, stalls } from '../../network/faults.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'sending';
const abilities = ['ledger'] as const;

/** After a connection stands, only a readable answer proves anything. Every request of a call has its own dangers. */
export const disturbed: readonly ContractPromise[] = operations.flatMap((facts) => [
  {
    group,
    name: `${facts.noun} that the provider did not act on is never taken for a success or a decline`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepUnder(stage, facts, faultsBefore),
  },
  {
    group,
    name: `${facts.noun} whose answer is lost or cannot be read is unknown, unless nothing can have moved`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepUnder(stage, facts, faultsAfter),
  },
  {
    group,
    name: `${facts.noun} whose answer stalls is unknown when it is given up, unless nothing can have moved`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepUnder(stage, facts, stalls),
  },
  {
    group,
    name: `${facts.noun} is understood when its answer comes byte by byte or under another content type`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepUnderstood(stage, facts),
  },
]);

async function keepUnder(stage: Stage, facts: OperationFacts, faults: readonly Fault[]): Promise<void> {
  const deeds = new Deeds(stage);
  const requests = await requestsOf(stage, await deeds.ready(facts));
  for (const fault of faults) {
    for (let nth = 0; nth < requests; nth += 1) {
      const when = `${fault.name}, at request ${nth + 1} of ${requests}`;
      await keepOnce(stage, await deeds.ready(facts), { fault, nth, when });
    }
  }
}

async function keepOnce(
  stage: Stage,
  deed: Deed,
  { fault, nth, when }: { readonly fault: Fault; readonly nth: number; readonly when: string },
): Promise<void> {
  const giveUp = new AbortController();
  const isStall = stalls.includes(fault);
  stage.front.plan(isStall ? thenGivingUp(fault, giveUp) : fault, nth);
  const context = stage.attempt();
  const ended = await endOf(deed.perform({ ...context, signal: giveUp.signal }));
  assertTrue(ended, deed, when);
  const word = wordFor(ended);
  assert.notEqual(word, 'declined', `${when}: nobody declined`);
  // What moves no money stands in no ledger.
  if (!fault.acts && !deed.moves) assert.notEqual(word, deed.usual, `${when}: the provider did nothing`);
  await assertLookupTells(stage, deed, { ended, context, when });
}

/** The call is canceled once the stall has begun, so that no test waits for a deadline. */
function thenGivingUp(fault: Fault, giveUp: AbortController): Fault {
  return {
    ...fault,
    show(outgoing, response) {
      fault.show(outgoing, response);
      setTimeout(() => giveUp.abort(), 5);
    },
  };
}

async function keepUnderstood(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const requests = await requestsOf(stage, await deeds.ready(facts));
  for (const oddity of oddities) {
    const deed = await deeds.ready(facts);
    for (let nth = 0; nth < requests; nth += 1) stage.front.plan(oddity, nth);
    const ended = await endOf(deed.perform(stage.attempt()));
    assert.equal(wordFor(ended), deed.usual, oddity.name);
    assertTrue(ended, deed, oddity.name);
  }
}
