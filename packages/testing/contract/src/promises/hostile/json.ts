import { strict as assert } from 'node:assert';
import { paymentsOf } from '../../deed/payment.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { answering, assertLookupFails, operationsOf, textOf, underFaults, withText } from './answers.ts';

const group = 'hostile provider';
const abilities = ['ledger'] as const;

/** The first four are tried on every operation, all of them on payments and lookups. */
const broken: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  null: () => 'null',
  'objects in a list': (text) => `[${text}]`,
  'two objects': (text) => text + text,
  'bytes that are no UTF-8': (text) =>
    Buffer.concat([Buffer.from(text.replace(/\}\s*$/, ',"x":"')), Buffer.of(0xff, 0xfe), Buffer.from('"}')]),
  'nothing but spaces': () => '   ',
  'a number': () => '0',
  'a string': () => '"approved"',
  'an empty list': () => '[]',
  'an empty object': () => '{}',
  'a comma too many': (text) => text.replace(/\}\s*$/, ',}'),
  'single quotes': (text) => text.replaceAll('"', "'"),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'NUL at the end': (text) => `${text}\u0000`,
  'a callback around it': (text) => `callback(${text})`,
};

/** What is not exactly JSON was not said. */
export const json: readonly ContractPromise[] = [
  {
    group,
    name: 'an answer that is not exactly JSON of the right shape proves nothing, and no foreign error leaves (defect 23)',
    ports: [],
    abilities,
    async keep(stage) {
      const faults = Object.entries(broken).map(([name, spoil]) =>
        answering(name, (response) => withBody(response, spoil(textOf(response)))),
      );
      for (const facts of operationsOf(stage)) {
        const isPayment = paymentsOf(stage).includes(facts);
        await underFaults(stage, facts, isPayment ? faults : faults.slice(0, 4));
      }
      for (const [name, spoil] of Object.entries(broken)) {
        await assertLookupFails(stage, (response) => withBody(response, spoil(textOf(response))), name);
      }
    },
  },
  {
    group,
    name: 'an answer that is 200,000 levels deep is read or refused, and ends no process',
    ports: [paying, 'lookup'],
    abilities,
    async keep(stage) {
      const depth = 200_000;
      const deep = '['.repeat(depth) + ']'.repeat(depth);
      const beside = (response: SurfaceResponse): SurfaceResponse =>
        withText(response, textOf(response).replace('{', `{"deep":${deep},`));
      for (const facts of paymentsOf(stage)) {
        await underFaults(stage, facts, [answering('depth alone', (response) => withText(response, deep))]);
        await underFaults(stage, facts, [answering('depth beside the answer', beside)], () => undefined);
      }
    },
  },
  {
    group,
    name: 'keys such as __proto__ and constructor in an answer change nothing but that answer',
    ports: [],
    abilities,
    async keep(stage) {
      const poison =
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true},';
      const fault = answering('keys of the prototype', (response) =>
        withText(response, textOf(response).replaceAll(/\{(?=")/g, poison)),
      );
      for (const facts of operationsOf(stage)) await underFaults(stage, facts, [fault], () => undefined);
      assert.equal(Reflect.get({}, 'polluted'), undefined, 'no object has got what the answer said');
      assert.equal(
        Reflect.get(() => undefined, 'polluted'),
        undefined,
      );
    },
  },
];

function withBody(response: SurfaceResponse, body: string | Uint8Array): SurfaceResponse {
  return typeof body === 'string' ? withText(response, body) : { ...withText(response, ''), body };
}
