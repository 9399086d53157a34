import { strict as assert } from 'node:assert';
import { supports } from '@ducat/core';
import { askLookup } from '../../deed/ask.ts';
import type { Fault } from '../../network/fault.ts';
import type { Watch } from '../../network/sockets.ts';
import { openWatch } from '../../network/sockets.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { lookedUp, operationsOf, underFaults } from './answers.ts';

const group = 'hostile provider';
const all = [301, 302, 303, 307, 308];
/** The ones that are followed most often: as GET, and with the body once more. */
const usual = [302, 307];

/** Card data goes to the configured addresses only, whatever an answer says. */
export const redirects: readonly ContractPromise[] = [
  promise('another port', all, (port) => `http://127.0.0.1:${port}/collect`),
  promise('another host', usual, (port) => `http://localhost:${port}/collect`),
  promise('another scheme', usual, (port) => `https://127.0.0.1:${port}/collect`),
  promise('an address without a scheme', usual, (port) => `//127.0.0.1:${port}/collect`),
  {
    group,
    name: 'a redirect to another path of the same provider is not followed (defect 24)',
    ports: [],
    abilities: ['ledger'],
    keep: (stage) => keepStaying(stage, usual, '/collect'),
  },
];

function promise(target: string, statuses: readonly number[], locationOf: (port: number) => string): ContractPromise {
  return {
    group,
    name: `a redirect to ${target} is not followed (defect 24)`,
    ports: [],
    abilities: ['ledger'],
    async keep(stage) {
      const watch = await openWatch();
      try {
        await keepStaying(stage, statuses, locationOf(watch.port), watch);
      } finally {
        await watch.close();
      }
    },
  };
}

async function keepStaying(stage: Stage, statuses: readonly number[], location: string, watch?: Watch): Promise<void> {
  const faults = statuses.map((status) => redirecting(status, location));
  for (const facts of operationsOf(stage)) await underFaults(stage, facts, faults);
  for (const fault of supports(stage.provider, 'lookup') ? faults : []) {
    stage.front.plan(fault);
    const result = await askLookup(stage.provider, { operation: lookedUp(stage), providerReference: 'transaction-1' });
    assert.equal(result.status, 'failed', fault.name);
  }
  assert.equal(watch?.connections ?? 0, 0, 'nobody was sent there');
  assert(!stage.front.seen.some(({ path }) => path.includes('collect')), 'nobody asked for the other path');
}

function redirecting(status: number, location: string): Fault {
  return {
    name: `HTTP ${status} to ${location}`,
    acts: false,
    show: (outgoing) => void outgoing.writeHead(status, { location, 'content-length': 0 }).end(),
  };
}
