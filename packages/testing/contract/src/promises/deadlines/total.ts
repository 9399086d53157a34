import { strict as assert } from 'node:assert';
import type { Deed } from '../../deed/deed.ts';
import { Deeds, decidingRequestOf, requestsOf } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import type { Ended } from '../../deed/truth.ts';
import { assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import { ManualClock } from '../../manual-clock.ts';
import type { Fault } from '../../network/fault.ts';
import { stalls } from '../../network/faults.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'deadlines';
const abilities = ['ledger'] as const;

const start = 1_800_000_000_000;
const allowed = 30_000;

/** One deadline for the whole call, by the caller's clock. */
export const total: readonly ContractPromise[] = operations.flatMap((facts) => [
  {
    group,
    name: `${facts.noun} ends by its deadline when headers or body stall, at any of its requests (defect 11)`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepStalled(stage, facts),
  },
  {
    group,
    name: `${facts.noun} has one deadline for all its requests together, by the clock it was given`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepShared(stage, facts),
  },
  {
    group,
    name: `${facts.noun} whose deadline is over already is not sent`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepOver(stage, facts),
  },
]);

/** The clock jumps to the deadline once the stall has begun. */
function thenLate(fault: Fault, clock: ManualClock): Fault {
  return {
    ...fault,
    show(outgoing, response) {
      fault.show(outgoing, response);
      setTimeout(() => clock.advance(allowed), 5);
    },
  };
}

async function keepStalled(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const requests = await requestsOf(stage, await deeds.ready(facts));
  for (const fault of stalls) {
    for (let nth = 0; nth < requests; nth += 1) {
      const deed = await deeds.ready(facts);
      const clock = new ManualClock(start);
      const when = `${fault.name}, at request ${nth + 1} of ${requests}`;
      stage.front.plan(thenLate(fault, clock), nth);
      await assertEndsLate(stage, deed, clock, when);
    }
  }
}

async function assertEndsLate(stage: Stage, deed: Deed, clock: ManualClock, when: string): Promise<Ended> {
  const ended = await endOf(deed.perform({ ...stage.attempt(), clock, deadline: start + allowed }));
  assertTrue(ended, deed, when);
  const word = wordFor(ended);
  // A last request that only asks for details may be given up without losing what is known by then.
  assert(['unknown', 'not_sent', 'pending', deed.usual].includes(word), `${when}: ${word}`);
  const { outcome } = ended;
  if (outcome?.status === 'unknown' || outcome?.status === 'not_sent') {
    assert.equal(outcome.error.code, 'deadline_exceeded', when);
  }
  assert.equal(clock.waiting, 0, `${when}: nothing is left waiting on the clock`);
  return ended;
}

async function keepShared(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const deciding = await decidingRequestOf(stage, await deeds.ready(facts));
  const deed = await deeds.ready(facts);
  const clock = new ManualClock(start);
  const before = stage.front.seen.length;
  // Each answer takes a little more than its share, so that none is late by itself and the deciding one is in sum.
  const share = Math.ceil(allowed / (deciding + 1)) + 1;
  stage.front.rewrite((_request, response) => {
    clock.advance(share);
    return response;
  });
  const when = `${deciding + 1} answers of ${share} ms each, ${allowed} ms allowed`;
  const ended = await assertEndsLate(stage, deed, clock, when);
  assert(['unknown', 'not_sent'].includes(wordFor(ended)), `${when}: ${wordFor(ended)}`);
  assert(stage.front.seen.length - before <= deciding + 1, 'no request was made after the deadline');
}

async function keepOver(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const before = stage.front.seen.length;
  const clock = new ManualClock(start);
  const contexts = {
    'by the clock it was given': { clock, deadline: start },
    'long ago': { clock, deadline: 0 },
    'by the clock of the machine': { deadline: Date.now() - 1 },
  };
  for (const [when, context] of Object.entries(contexts)) {
    const ended = await endOf(deed.perform({ ...stage.attempt(), ...context }));
    assert(ended.outcome?.status === 'not_sent', `${when}: not_sent, not ${wordFor(ended)}`);
    assert.equal(ended.outcome.error.code, 'deadline_exceeded', when);
  }
  assert.equal(stage.front.seen.length, before, 'no request was made');
  assert.deepEqual(deed.entries(), []);
  assert.equal(clock.waiting, 0, 'nothing is left waiting on the clock');
}
