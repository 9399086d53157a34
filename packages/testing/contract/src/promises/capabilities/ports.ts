import type { Port } from '@ducat/core';
import { ports, supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { portsFor, readyFor } from '../../deed/reach.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'capabilities';

/** Capability by presence: what is on the object works, and what does not work is not on it. */
export const presence: readonly ContractPromise[] = [
  {
    group,
    name: 'a port that the provider lacks is not on the object, and finding out sends nothing',
    ports: [],
    abilities: [],
    async keep(stage) {
      for (const port of ports) keepPresence(stage, port);
      await Promise.resolve();
      assert.equal(stage.front.seen.length, 0, 'no request was made');
    },
  },
  {
    group,
    name: 'supports tells ports that are there from those that are not, one by one and together',
    ports: [],
    abilities: [],
    async keep(stage) {
      const present = ports.filter((port) => port in stage.provider);
      const absent = ports.filter((port) => !present.includes(port));
      assert(present.length > 0, 'a provider has some port');
      assert(supports(stage.provider, ...present), 'it supports all that it has');
      for (const port of absent) assert(!supports(stage.provider, ...present, port), `it does not support ${port}`);
      await Promise.resolve();
    },
  },
  ...ports.filter((port) => port !== 'webhook').map(reaching),
  {
    group,
    name: 'webhook decides by itself: reading a message makes no request',
    ports: portsFor('webhook'),
    abilities: ['webhooks'],
    async keep(stage) {
      const call = await readyFor(stage, 'webhook');
      const before = stage.front.seen.length;
      await call();
      assert.equal(stage.front.seen.length, before, 'no request was made');
    },
  },
];

function keepPresence(stage: Stage, port: Port): void {
  const place: object = stage.provider;
  const found: unknown = Reflect.get(place, port);
  assert.equal(supports(stage.provider, port), typeof found === 'function', `supports('${port}') is what is there`);
  if (typeof found !== 'function') assert(!(port in place), `${port} is not on the object, not even as undefined`);
}

function reaching(port: Port): ContractPromise {
  return {
    group,
    name: `${port} reaches the provider: a port is no promise without a request`,
    ports: portsFor(port),
    abilities: [],
    async keep(stage) {
      const call = await readyFor(stage, port);
      const before = stage.front.seen.length;
      await call();
      assert(stage.front.seen.length > before, 'a request was made');
    },
  };
}
