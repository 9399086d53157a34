import { strict as assert } from 'node:assert';
import { askFor } from '../../deed/ask.ts';
import { Deeds } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { assertDucatError } from '../../deed/shape.ts';
import type { SeenRequest } from '../../network/front.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'idempotency';

/** Without a name that both sides know, nobody can tell a repeat from a second payment. */
export const reference: readonly ContractPromise[] = operations.flatMap((facts) => [
  {
    group,
    name: `${facts.noun} takes the attempt's reference to the provider, where repeats are told apart by it`,
    ports: facts.ports,
    abilities: [],
    keep: (stage: Stage) => keepCarried(stage, facts),
  },
  {
    group,
    name: `${facts.noun} without a usable reference is refused before anything is sent`,
    ports: facts.ports,
    abilities: [],
    keep: (stage: Stage) => keepDemanded(stage, facts),
  },
]);

async function keepCarried(stage: Stage, facts: OperationFacts): Promise<void> {
  if (stage.provider.limits.repeat[facts.operation] === 'by_state') return;
  const deeds = new Deeds(stage);
  for (const repeat of ['once', 'for another attempt']) {
    const deed = await deeds.ready(facts);
    const before = stage.front.seen.length;
    const context = stage.attempt();
    await deed.perform(context);
    const orders = stage.front.seen.slice(before).filter(({ method }) => method !== 'GET');
    assert(orders.length > 0, 'an operation is ordered with something else than GET');
    assert(
      orders.some((request) => names(request, context.reference)),
      `no request carried the reference ${repeat}`,
    );
  }
}

function names({ path, headers, body }: SeenRequest, wanted: string): boolean {
  return [path, ...Object.values(headers), Buffer.from(body).toString('utf8')].some((text) => text.includes(wanted));
}

const unusable: readonly unknown[] = [
  undefined,
  null,
  {},
  { reference: undefined },
  { reference: '' },
  { reference: ' ' },
  { reference: 17 },
  { reference: ['attempt-1'] },
  { reference: 'one;two' },
  { reference: '../attempt' },
  { reference: 'line\r\nbreak: 1' },
  { reference: 'попытка' },
  { reference: 'x'.repeat(65) },
];

async function keepDemanded(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  const before = stage.front.seen.length;
  for (const context of unusable) {
    const when = `context ${JSON.stringify(context)}`;
    const error = assertDucatError(
      await askFor(stage.provider, facts.operation, deed.request, context).then(
        ({ status }) => `it was ${status}`,
        (thrown: unknown) => thrown,
      ),
    );
    assert.equal(error.code, 'invalid_request', when);
    assert.equal(error.effect, 'none', when);
    assert(error.message.includes('reference'), `${when}: the message names what is missing`);
  }
  assert.equal(stage.front.seen.length, before, 'no request was made');
}
