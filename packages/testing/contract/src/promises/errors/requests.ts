import type { DucatError, Port } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { ask } from '../../deed/ask.ts';
import { Deeds } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { assertDucatError } from '../../deed/shape.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import type { WrongField } from './wrong-fields.ts';
import { canary, wrongFields } from './wrong-fields.ts';

const group = 'errors';

/** A wrong request is the caller's to mend: the error says where, and repeats nothing that may be card data. */
export const requests: readonly ContractPromise[] = [
  ...operations.flatMap((facts): readonly ContractPromise[] => [
    {
      group,
      name: `${facts.noun} with a wrong field is refused before anything is sent, and the error names that field alone`,
      ports: facts.ports,
      abilities: [],
      keep: (stage) => keepNamed(stage, facts),
    },
    {
      group,
      name: `${facts.noun} with several wrong fields is refused with all of them`,
      ports: facts.ports,
      abilities: [],
      keep: (stage) => keepAllNamed(stage, facts),
    },
  ]),
  asked('lookup', [
    { path: 'operation', put: { operation: canary } },
    { path: 'operation', put: { operation: undefined } },
    { path: 'reference', put: { reference: undefined } },
    { path: 'reference', put: { reference: `${canary}/x` } },
    { path: 'providerReference', put: { providerReference: `${canary}/x` } },
    { path: 'refrence', put: { refrence: canary } },
  ]),
  asked('challenge', [
    { path: 'continuation', put: { continuation: undefined } },
    { path: 'continuation', put: { continuation: 17 } },
    { path: 'continuation', put: { continuation: canary } },
    { path: 'answer', put: { answer: canary } },
    { path: 'answer.method', put: { answer: { method: canary } } },
    { path: 'answer.body', put: { answer: { method: 'POST', body: 17 } } },
  ]),
];

function asked(port: 'lookup' | 'challenge', fields: readonly WrongField[]): ContractPromise {
  const right = port === 'lookup' ? { operation: 'charge', reference: 'attempt-1' } : { continuation: canary };
  return {
    group,
    name: `${port} with a wrong field is refused before anything is sent, and the error names that field alone`,
    ports: [port],
    abilities: [],
    async keep(stage) {
      for (const { path, put } of fields) assertNames(await refusalOf(stage, port, { ...right, ...put }), path, put);
      assert.equal(stage.front.seen.length, 0, 'no request was made');
    },
  };
}

async function refusalOf(stage: Stage, port: Port, request: unknown): Promise<DucatError> {
  const thrown: unknown = await ask(stage.provider, port, request, stage.attempt()).then(
    (result) => new Error(`it was answered: ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  const error = assertDucatError(thrown);
  assert.equal(error.code, 'invalid_request', error.message);
  assert.equal(error.effect, 'none');
  assert.equal(error.retry, 'never', 'the same call can only fail again');
  assert.deepEqual(error.cause, undefined, 'no cause that nobody has redacted');
  return error;
}

function assertNames(error: DucatError, path: string, put: unknown): void {
  const when = `${path} of ${Object.keys(Object(put)).join()}: ${error.message}`;
  assert(error.issues.length > 0, `${when}: it has issues`);
  for (const issue of error.issues) {
    assert(issue.path === path || issue.path.startsWith(`${path}.`), `${when}: names ${issue.path}`);
    assert.notEqual(issue.message, '', `${when}: it says what is wrong`);
  }
  assert(error.message.includes(path), `${when}: the message names the field`);
  assert(!JSON.stringify(error).includes(canary), `${when}: the value is not repeated`);
}

async function keepNamed(stage: Stage, facts: OperationFacts): Promise<void> {
  const { request } = await new Deeds(stage).ready(facts);
  const before = stage.front.seen.length;
  for (const { path, put } of wrongFields[facts.operation] ?? []) {
    assertNames(await refusalOf(stage, facts.operation, { ...request, ...put }), path, put);
  }
  assert.equal(stage.front.seen.length, before, 'no request was made');
}

async function keepAllNamed(stage: Stage, facts: OperationFacts): Promise<void> {
  const { request } = await new Deeds(stage).ready(facts);
  const before = stage.front.seen.length;
  const fields = new Set((wrongFields[facts.operation] ?? []).flatMap(({ put }) => Object.keys(put)));
  const put = (wrongFields[facts.operation] ?? []).reduce((all, one) => ({ ...all, ...one.put }), {});
  const error = await refusalOf(stage, facts.operation, { ...request, ...put });
  for (const field of fields) {
    const isNamed = error.issues.some(({ path }) => path === field || path.startsWith(`${field}.`));
    assert(isNamed, `${field} is named: ${error.issues.map(({ path }) => path).join(', ')}`);
  }
  assert(!JSON.stringify(error).includes(canary), 'no value is repeated');
  assert.equal(stage.front.seen.length, before, 'no request was made');
}
