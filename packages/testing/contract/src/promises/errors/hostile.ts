import type { Port } from '@ducat/core';
import { ports, supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { ask } from '../../deed/ask.ts';
import { Deeds } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { assertDucatError } from '../../deed/shape.ts';
import { meets } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { hostileValues } from './hostile-values.ts';
import { wrongFields } from './wrong-fields.ts';

const group = 'errors';

/** Nobody can make another class of error come out, whatever is put in. */
export const hostileInputs: readonly ContractPromise[] = [
  ...operations.map((facts): ContractPromise => ({
    group,
    name: `${facts.noun} with a hostile value in any field gives an outcome or a DucatError, and nothing else`,
    ports: facts.ports,
    abilities: ['ledger'],
    keep: (stage) => keepFields(stage, facts),
  })),
  {
    group,
    name: 'a hostile value in place of a whole request or context gives a DucatError from every port, and no request',
    ports: [],
    abilities: [],
    keep: keepWhole,
  },
];

/** What came out, as long as it may come out; a rejection says so with its effect. */
async function comesOut(stage: Stage, when: string, call: () => Promise<unknown>): Promise<'answered' | 'refused'> {
  const before = stage.world.ledger?.().length ?? 0;
  try {
    await call();
    return 'answered';
  } catch (thrown) {
    const error = assertDucatError(thrown);
    assert.equal(error.effect, 'none', when);
    assert.equal(stage.world.ledger?.().length ?? 0, before, `${when}: effect none, and the bank did nothing`);
    return 'refused';
  }
}

async function keepFields(stage: Stage, facts: OperationFacts): Promise<void> {
  const { request } = await new Deeds(stage).ready(facts);
  const fields = new Set((wrongFields[facts.operation] ?? []).flatMap(({ put }) => Object.keys(put)));
  for (const field of [...fields, 'providerOptions']) {
    for (const [name, make] of hostileValues) {
      const call = (): Promise<unknown> =>
        ask(stage.provider, facts.operation, { ...request, [field]: make() }, stage.attempt());
      await comesOut(stage, `${name} as ${field}`, call);
    }
  }
  assert.equal(Reflect.get({}, 'polluted'), undefined, 'no prototype was changed');
}

async function keepWhole(stage: Stage): Promise<void> {
  const deeds = new Deeds(stage);
  for (const port of ports.filter((name) => supports(stage.provider, name))) {
    const facts = operations.find(({ operation }) => operation === port);
    const isReachable = facts === undefined || meets(stage.provider, facts.ports);
    const right = facts !== undefined && isReachable ? (await deeds.ready(facts)).request : requestOf(port);
    const before = stage.front.seen.length;
    for (const [name, make] of hostileValues) {
      const when = `${name} for ${port}`;
      const whole = await comesOut(stage, when, () => ask(stage.provider, port, make(), stage.attempt()));
      assert.equal(whole, 'refused', `${when}: no request is of that kind`);
      if (facts === undefined) continue;
      const context = await comesOut(stage, `${name} as context`, () => ask(stage.provider, port, right, make()));
      assert.equal(context, 'refused', `${name} as context of ${port}: it names no attempt`);
    }
    assert.equal(stage.front.seen.length, before, `${port} made no request`);
    await keepContexts(stage, port, right, facts !== undefined);
    assert.equal(stage.front.seen.length, before, `${port} made no request for a hostile context`);
    if (facts !== undefined || port === 'webhook') continue;
    // Where no attempt is named a context may be left out, so that much may pass for one.
    for (const [name, make] of hostileValues) {
      await comesOut(stage, `${name} as context of ${port}`, () => ask(stage.provider, port, right, make()));
    }
  }
}

function requestOf(port: Port): object {
  if (port === 'lookup') return { operation: 'charge', providerReference: 'transaction-1' };
  return port === 'challenge' ? { continuation: 'none' } : { headers: {}, body: new Uint8Array() };
}

/** Signals, deadlines and clocks that are none. */
async function keepContexts(stage: Stage, port: Port, request: unknown, isAttempt: boolean): Promise<void> {
  const attempt = isAttempt ? stage.attempt() : {};
  const contexts = [
    { signal: new AbortController() },
    { signal: 17 },
    { deadline: Number.NaN },
    { deadline: '2030-01-01' },
    { deadline: new Date() },
    { clock: 17 },
    { clock: {} },
    { clock: { now: () => 0 } },
  ];
  if (port === 'webhook') return;
  for (const context of contexts) {
    const when: string = `context ${Object.keys(context).join()} of ${port}`;
    const came = await comesOut(stage, when, () => ask(stage.provider, port, request, { ...attempt, ...context }));
    assert.equal(came, 'refused', when);
  }
}
