import { strict as assert } from 'node:assert';
import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Deeds, requestsOf } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { withoutStrays } from '../../deed/strays.ts';
import { assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import { ManualClock } from '../../manual-clock.ts';
import { stalls } from '../../network/faults.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'deadlines';
const abilities = ['ledger'] as const;

/** A caller who changes its mind learns what is known at that moment. */
export const cancel: readonly ContractPromise[] = operations.flatMap((facts) => [
  {
    group,
    name: `${facts.noun} that was canceled before it began is not sent`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepBefore(stage, facts),
  },
  {
    group,
    name: `${facts.noun} that is canceled while the provider keeps silent ends at once, and leaves no listener behind`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepDuring(stage, facts),
  },
  {
    group,
    name: `${facts.noun} ends once: deadline, cancellation and a late answer together give one result (defect 13)`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepOnce(stage, facts),
  },
]);

async function keepBefore(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const deed = await deeds.ready(facts);
  const before = stage.front.seen.length;
  const early = await endOf(deed.perform({ ...stage.attempt(), signal: AbortSignal.abort() }));
  assert(early.outcome?.status === 'not_sent', `not_sent, not ${wordFor(early)}`);
  assert.equal(early.outcome.error.code, 'canceled');
  const controller = new AbortController();
  const call = endOf(deed.perform({ ...stage.attempt(), signal: controller.signal }));
  controller.abort();
  const ended = await call;
  assertTrue(ended, deed, 'canceled in the same turn');
  assert(ended.outcome?.status === 'not_sent', `not_sent, not ${wordFor(ended)}`);
  await pause(20);
  assert.equal(stage.front.seen.length, before, 'no request was made, then or later');
  assert.deepEqual(deed.entries(), []);
}

async function keepDuring(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const good = new AbortController();
  const first = await deeds.ready(facts);
  const requests = await requestsOf(stage, first);
  const undisturbed = await deeds.ready(facts);
  await undisturbed.perform({ ...stage.attempt(), signal: good.signal });
  assert.deepEqual(getEventListeners(good.signal, 'abort'), [], 'no listener is left after a success');
  for (let nth = 0; nth < requests; nth += 1) {
    const deed = await deeds.ready(facts);
    const controller = new AbortController();
    let canceledAt = 0;
    stage.front.plan(
      {
        name: 'silence',
        acts: true,
        show() {
          setTimeout(() => {
            canceledAt = performance.now();
            controller.abort(new Error('the shopper went away'));
          }, 5);
        },
      },
      nth,
    );
    const ended = await endOf(deed.perform({ ...stage.attempt(), signal: controller.signal }));
    const when = `silence at request ${nth + 1} of ${requests}`;
    assert(performance.now() - canceledAt < 500, `${when}: it ended at once`);
    assertTrue(ended, deed, when);
    const { outcome } = ended;
    if (outcome?.status === 'unknown' || outcome?.status === 'not_sent')
      assert.equal(outcome.error.code, 'canceled', when);
    assert.deepEqual(getEventListeners(controller.signal, 'abort'), [], `${when}: no listener is left`);
  }
}

async function keepOnce(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  await withoutStrays(async () => {
    const [silence] = stalls;
    assert(silence);
    const clock = new ManualClock(0);
    const controller = new AbortController();
    let answer: (() => void) | undefined;
    stage.front.plan({
      ...silence,
      show(outgoing, response) {
        answer = () => void outgoing.writeHead(200, response?.headers ?? {}).end(response?.body);
        setTimeout(() => {
          clock.advance(1000);
          controller.abort();
          answer?.();
        }, 5);
      },
    });
    const context = { ...stage.attempt(), clock, deadline: 1000, signal: controller.signal };
    const ended = await endOf(deed.perform(context));
    assertTrue(ended, deed, 'all at once');
    await pause(20);
    clock.advance(10_000);
    assert.equal(clock.waiting, 0, 'nothing is left waiting on the clock');
    assert.deepEqual(getEventListeners(controller.signal, 'abort'), []);
  });
}
