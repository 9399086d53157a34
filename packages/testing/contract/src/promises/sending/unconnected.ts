import { strict as assert } from 'node:assert';
import type { Deed } from '../../deed/deed.ts';
import { Deeds } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import { closedPort, openFullServer } from '../../network/sockets.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'sending';
const abilities = ['ledger'] as const;

/** Before a connection stands, nothing can have been sent: the only failure that proves something by itself. */
export const unconnected: readonly ContractPromise[] = operations.flatMap((facts) => [
  {
    group,
    name: `${facts.noun} without a connection is not sent: unknown name, refused port, no TLS`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepWithoutConnection(stage, facts),
  },
  {
    group,
    name: `${facts.noun} is not sent when the address that would take it refuses connections`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepPartly(stage, facts),
  },
  {
    group,
    name: `${facts.noun} that waits for a connection until its deadline is not sent`,
    ports: facts.ports,
    abilities,
    keep: (stage: Stage) => keepWaiting(stage, facts),
  },
]);

async function keepWithoutConnection(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const closed = await closedPort();
  const before = stage.front.seen.length;
  const plain = Object.values(stage.front.origins).map((origin) => origin.replace('http:', 'https:'));
  const addresses: readonly (readonly [string, (index: number) => string])[] = [
    // A label of more than 63 characters cannot be looked up anywhere, so that no name server is asked.
    ['a name that does not resolve', () => `https://${'x'.repeat(64)}.invalid`],
    ['a port that refuses', () => `http://127.0.0.1:${closed}`],
    ['a server without TLS', (index) => plain[index] ?? ''],
  ];
  for (const [when, address] of addresses) {
    const origins = Object.keys(stage.front.origins).map((surface, index) => [surface, address(index)] as const);
    await assertNotSent(stage, deed, Object.fromEntries(origins), when);
  }
  assert.equal(stage.front.seen.length, before, 'no request arrived');
}

async function assertNotSent(
  stage: Stage,
  deed: Deed,
  origins: Readonly<Record<string, string>>,
  when: string,
): Promise<void> {
  const provider = stage.create({}, origins);
  const ended = await endOf(deed.perform(stage.attempt(), provider));
  assert.equal(wordFor(ended), 'not_sent', when);
  assert(ended.outcome?.status === 'not_sent');
  assert.equal(ended.outcome.error.retry, 'safe', `${when}: the same call may be made again`);
  assert.deepEqual(deed.entries(), [], `${when}: the bank did nothing`);
}

async function keepPartly(stage: Stage, facts: OperationFacts): Promise<void> {
  const deeds = new Deeds(stage);
  const refusing = `http://127.0.0.1:${await closedPort()}`;
  for (const surface of Object.keys(stage.front.origins)) {
    const deed = await deeds.ready(facts);
    const provider = stage.create({}, { ...stage.front.origins, [surface]: refusing });
    const ended = await endOf(deed.perform(stage.attempt(), provider));
    const when = `with ${surface} out of reach`;
    assertTrue(ended, deed, when);
    const word = wordFor(ended);
    if (deed.moves) assert(deed.times() === 0 ? word === 'not_sent' : word !== 'not_sent', `${when}: ${word}`);
  }
}

async function keepWaiting(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const full = await openFullServer();
  try {
    const origins = Object.keys(stage.front.origins).map((surface) => [surface, `http://127.0.0.1:${full.port}`]);
    const provider = stage.create({}, Object.fromEntries(origins) as Record<string, string>);
    const ended = await endOf(deed.perform({ ...stage.attempt(), deadline: Date.now() + 60 }, provider));
    assert.equal(wordFor(ended), 'not_sent');
    assert.deepEqual(deed.entries(), []);
  } finally {
    await full.close();
  }
}
