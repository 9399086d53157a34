import { strict as assert } from 'node:assert';
import type { Deed } from '../../deed/deed.ts';
import { Deeds } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import type { Ended } from '../../deed/truth.ts';
import { assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import type { Place } from '../../json-places.ts';
import { placesOf, withAt } from '../../json-places.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { jsonOf, operationsOf, withText } from './answers.ts';

const group = 'hostile provider';

/** Ids come from answers before they become parts of addresses. */
export const answeredIds: readonly ContractPromise[] = [
  {
    group,
    name: 'an id of the provider that cannot be one is not used, and does not come out (defects 14, 15)',
    ports: [],
    abilities: ['ledger'],
    async keep(stage) {
      for (const facts of operationsOf(stage)) {
        const places = await placesOfId(stage, facts);
        for (const id of ['..', '../..', '%2e%2e', 'a/b?c=d', 'a\r\nx-evil: 1', '__proto__/x']) {
          await keepUnused(stage, facts, places, id);
        }
      }
    },
  },
  {
    group,
    name: 'an answer without the id of its transaction proves no failure, whether that is finished or not (defect 43)',
    ports: [],
    abilities: ['ledger'],
    async keep(stage) {
      const known: (readonly [OperationFacts, readonly (readonly Place[])[]])[] = [];
      for (const facts of operationsOf(stage)) {
        const places = await placesOfId(stage, facts);
        known.unshift([facts, places]);
        await keepOpen(stage, facts, places);
      }
      // From the last to the first: what is arranged and not used up would meddle with what later operations begin with.
      for (const [facts, places] of known) {
        await keepOpen(stage, facts, places, stage.world.next?.pending?.[facts.operation]);
      }
    },
  },
];

/** Where each answer of an undisturbed call has the id that came out of it. */
async function placesOfId(stage: Stage, facts: OperationFacts): Promise<readonly (readonly Place[])[]> {
  const deed = await new Deeds(stage).ready(facts);
  const answers: unknown[] = [];
  let isOn = true;
  stage.front.rewrite((_request, response) => {
    if (isOn) answers.push(jsonOf(response));
    return response;
  });
  const outcome = await deed.perform(stage.attempt());
  isOn = false;
  const id = 'providerReference' in outcome ? outcome.providerReference : undefined;
  const places = answers.map((answer) => placesOf(answer, (value) => value === id));
  assert(
    places.some((found) => found.length > 0),
    `the id of ${facts.noun} comes from an answer`,
  );
  return places;
}

/** Performs it while every answer has this in the place of the id. */
async function answeredWith(
  stage: Stage,
  facts: OperationFacts,
  places: readonly (readonly Place[])[],
  id: unknown,
  arrange: () => void = () => undefined,
): Promise<{ readonly ended: Ended; readonly deed: Deed }> {
  const deed = await new Deeds(stage).ready(facts);
  arrange();
  const before = stage.front.seen.length;
  let isOn = true;
  stage.front.rewrite((_request, response) => {
    const own = places[stage.front.seen.length - before - 1] ?? [];
    return isOn && own.length > 0 ? withText(response, JSON.stringify(withAt(jsonOf(response), own, id))) : response;
  });
  const ended = await endOf(deed.perform(stage.attempt()));
  isOn = false;
  return { ended, deed };
}

async function keepOpen(
  stage: Stage,
  facts: OperationFacts,
  places: readonly (readonly Place[])[],
  arrange?: () => void,
): Promise<void> {
  for (const id of [undefined, null, '']) {
    const when = `${facts.noun} answered with the id ${id === undefined ? 'missing' : JSON.stringify(id)}`;
    const { ended, deed } = await answeredWith(stage, facts, places, id, arrange);
    assertTrue(ended, deed, when);
    assert(ended.outcome !== undefined && ended.outcome.status !== 'declined', `${when}: ${wordFor(ended)}`);
  }
}

async function keepUnused(
  stage: Stage,
  facts: OperationFacts,
  places: readonly (readonly Place[])[],
  id: string,
): Promise<void> {
  const { ended, deed } = await answeredWith(stage, facts, places, id);
  const when = `${facts.noun} answered with the id ${JSON.stringify(id)}`;
  assertTrue(ended, deed, when);
  const told =
    ended.outcome !== undefined && 'providerReference' in ended.outcome ? ended.outcome.providerReference : '';
  assert.notEqual(told, id, `${when}: it came out`);
  for (const { path } of stage.front.seen) {
    assert(!path.includes(id) && !path.includes(encodeURIComponent(id)), `${when}: it stood in ${path}`);
  }
}
