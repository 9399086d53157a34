import type { LookupResult, Port } from '@ducat/core';
import { supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { ask } from '../../deed/ask.ts';
import { assertDucatError } from '../../deed/shape.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { lookedUp } from './answers.ts';

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
