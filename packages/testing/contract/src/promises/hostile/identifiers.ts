import type { LookupResult, Port } from '@ducat/core';
import { supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { ask } from '../../deed/ask.ts';
import { Deeds } from '../../deed/deed.ts';
import { assertDucatError } from '../../deed/shape.ts';
import { assertTrue, endOf } from '../../deed/truth.ts';
import type { Place } from '../../json-places.ts';
import { placesOf, withAt } from '../../json-places.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { jsonOf, lookedUp, operationsOf, withText } from './answers.ts';

const group = 'hostile provider';

/** Each would ask for something else than it says, somewhere between us and the provider's files. */
const hostileIds = [
  '.',
  '..',
  '../..',
  '%2e%2e',
  '..%2f',
  '%2e%2e%2frefunds',
  'a/b',
  'a\\b',
  '/',
  '//evil.example',
  'a?b=c',
  'a#b',
  'a b',
  ' a',
  'a%00',
  'a\u0000',
  'a\r\nx-evil: 1',
  'a;b',
  'a,b',
  'a&b',
  'ä',
  'a\u202Eb',
  '',
  'x'.repeat(5000),
];

/** Letters and underscores alone, and yet to be found on every object. */
const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const amountOf = (stage: Stage): object => ({ amount: stage.order().amount });

/** The ports that take an id, and where it stands. */
const takers: readonly (readonly [port: Port, field: string, rest: (stage: Stage) => object])[] = [
  ['capture', 'authorization', amountOf],
  ['void', 'authorization', amountOf],
  ['refund', 'payment', (stage) => ({ ...amountOf(stage), reason: 'The hat was too small' })],
  ['lookup', 'providerReference', () => ({ operation: 'charge' })],
  ['lookup', 'reference', () => ({ operation: 'charge' })],
];

/** Ids become parts of addresses. */
export const identifiers: readonly ContractPromise[] = [
  ...takers.map(([port, field, rest]): ContractPromise => ({
    group,
    name: `${port} refuses what cannot be an id as ${field} before anything is sent (defects 14, 15)`,
    ports: [port],
    abilities: [],
    keep: (stage) => keepRefused(stage, port, (id) => ({ ...rest(stage), [field]: id }), field),
  })),
  {
    group,
    name: 'an id that is the name of a property of every object is an id like any other',
    ports: ['lookup'],
    abilities: [],
    async keep(stage) {
      for (const id of prototypeNames) {
        const request = { operation: lookedUp(stage), providerReference: id };
        const word = await ask(stage.provider, 'lookup', request).then(
          (result) => (result as LookupResult).status,
          (thrown: unknown) => assertDucatError(thrown).code,
        );
        assert(['not_found', 'failed', 'invalid_request'].includes(word), `${id}: ${word}`);
      }
      assert.deepEqual(Object.getOwnPropertyNames({}), []);
    },
  },
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
];

async function keepRefused(
  stage: Stage,
  port: Port,
  requestWith: (id: string) => object,
  field: string,
): Promise<void> {
  assert(supports(stage.provider, port));
  for (const id of hostileIds) {
    const thrown: unknown = await ask(stage.provider, port, requestWith(id), stage.attempt()).then(
      (result) => `${JSON.stringify(id)} was answered: ${JSON.stringify(result)}`,
      (reason: unknown) => reason,
    );
    const error = assertDucatError(thrown);
    // What is no id of ours at all may be refused as a kind of lookup that there is not.
    const codes = field === 'reference' ? ['invalid_request', 'unsupported'] : ['invalid_request'];
    assert(codes.includes(error.code), `${JSON.stringify(id)}: ${error.code}`);
    assert.equal(error.effect, 'none');
    if (error.code === 'invalid_request') assert(error.message.includes(field), `it names ${field}: ${error.message}`);
  }
  assert.equal(stage.front.seen.length, 0, 'no request was made');
}

type Facts = ReturnType<typeof operationsOf>[number];

/** Where each answer of an undisturbed call has the id that came out of it. */
async function placesOfId(stage: Stage, facts: Facts): Promise<readonly (readonly Place[])[]> {
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

async function keepUnused(
  stage: Stage,
  facts: Facts,
  places: readonly (readonly Place[])[],
  id: string,
): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const before = stage.front.seen.length;
  let isOn = true;
  stage.front.rewrite((_request, response) => {
    const own = places[stage.front.seen.length - before - 1] ?? [];
    return isOn && own.length > 0 ? withText(response, JSON.stringify(withAt(jsonOf(response), own, id))) : response;
  });
  const ended = await endOf(deed.perform(stage.attempt()));
  isOn = false;
  const when = `${facts.noun} answered with the id ${JSON.stringify(id)}`;
  assertTrue(ended, deed, when);
  const told =
    ended.outcome !== undefined && 'providerReference' in ended.outcome ? ended.outcome.providerReference : '';
  assert.notEqual(told, id, `${when}: it came out`);
  for (const { path } of stage.front.seen.slice(before)) {
    assert(!path.includes(id) && !path.includes(encodeURIComponent(id)), `${when}: it stood in ${path}`);
  }
}
