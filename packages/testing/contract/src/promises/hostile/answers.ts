import type { AttemptContext, Operation } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { askLookup } from '../../deed/ask.ts';
import type { Deed } from '../../deed/deed.ts';
import { Deeds, requestsOf } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { operations } from '../../deed/operations.ts';
import { paymentsOf, payingBy } from '../../deed/payment.ts';
import type { Ended } from '../../deed/truth.ts';
import { assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import { meets, paying } from '../../need.ts';
import type { Fault } from '../../network/fault.ts';
import type { Stage } from '../../stage.ts';

/** The operations that this provider has. */
export function operationsOf(stage: Stage): readonly OperationFacts[] {
  return operations.filter(({ ports }) => meets(stage.provider, ports));
}

/** An operation that this provider can be asked about; it may refuse to look up others. */
export function lookedUp(stage: Stage): Operation {
  return operationsOf(stage)[0]?.operation ?? 'charge';
}

/** The text of an answer. */
export function textOf({ body }: SurfaceResponse): string {
  return Buffer.from(body).toString('utf8');
}

/** The answer with another text. */
export function withText(response: SurfaceResponse, text: string): SurfaceResponse {
  const body = Buffer.from(text, 'utf8');
  const headers = Object.entries(response.headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  return { ...response, headers: Object.fromEntries(headers), body };
}

/** The JSON of an answer; `undefined` when it has none. */
export function jsonOf(response: SurfaceResponse): unknown {
  try {
    return JSON.parse(textOf(response)) as unknown;
  } catch {
    return undefined;
  }
}

/** A fault that answers with the true body changed. */
export function answering(name: string, change: (response: SurfaceResponse) => SurfaceResponse): Fault {
  return {
    name,
    acts: true,
    show(outgoing, response) {
      assert(response, 'the provider acted');
      const { status, headers, body } = change(response);
      outgoing.writeHead(status, headers).end(body);
    },
  };
}

type Check = (ended: Ended, deed: Deed, when: string) => void;

/** Performs the operation for each fault on each of its requests; what was said must be true. */
export async function underFaults(
  stage: Stage,
  facts: OperationFacts,
  faults: readonly Fault[],
  check: Check = assertNotTaken,
): Promise<void> {
  const deeds = new Deeds(stage);
  const requests = await requestsOf(stage, await deeds.ready(facts));
  for (const fault of faults) {
    for (let nth = 0; nth < requests; nth += 1) {
      const deed = await deeds.ready(facts);
      const when = `${fault.name}, at request ${nth + 1} of ${requests} of ${facts.noun}`;
      stage.front.plan(fault, nth);
      const ended = await endOf(deed.perform(stage.attempt()));
      assertTrue(ended, deed, when);
      check(ended, deed, when);
    }
  }
}

/** Nothing was understood: what is known, and no more than pending, is known from an answer before. */
export function assertOpen({ outcome }: Ended, _deed: Deed, when: string): void {
  const isPending = outcome?.status === 'pending' && outcome.reason !== 'unmapped_status';
  assert(isPending || outcome?.status === 'unknown' || outcome?.status === 'not_sent', `${when}: ${outcome?.status}`);
}

/** Not a success, not a decline: the answer says nothing. A last request that only asks for details may fail unseen. */
function assertNotTaken(ended: Ended, deed: Deed, when: string): void {
  const word = wordFor(ended);
  assert(word !== 'declined' && word !== 'action_required', `${when}: ${word}`);
  if (deed.times() === 0) assert.notEqual(word, deed.usual, `${when}: ${word}`);
}

/** The provider's id of a payment that was made, for looking it up. */
export async function paymentReference(stage: Stage): Promise<string> {
  const [facts] = paymentsOf(stage);
  assert(facts);
  const deed = await new Deeds(stage).ready(facts);
  const outcome = await deed.perform(stage.attempt());
  assert('providerReference' in outcome, `it was ${outcome.status}`);
  return outcome.providerReference;
}

/** A lookup with this answer finds nothing and misses nothing. */
export async function assertLookupFails(
  stage: Stage,
  change: (response: SurfaceResponse) => SurfaceResponse,
  name: string,
): Promise<void> {
  if (!meets(stage.provider, [paying, 'lookup'])) return;
  const providerReference = await paymentReference(stage);
  stage.front.plan(answering(name, change));
  const result = await askLookup(stage.provider, { operation: payingBy(stage.provider), providerReference });
  assert.equal(result.status, 'failed', `a lookup answered with ${name}`);
}

/** Performs one operation while every answer is changed. */
export async function whileChanged(
  stage: Stage,
  facts: OperationFacts,
  change: (response: SurfaceResponse, context: AttemptContext, deed: Deed) => SurfaceResponse,
): Promise<{ readonly ended: Ended; readonly deed: Deed }> {
  const deed = await new Deeds(stage).ready(facts);
  const context = stage.attempt();
  let isOn = true;
  stage.front.rewrite((_request, response) => (isOn ? change(response, context, deed) : response));
  const ended = await endOf(deed.perform(context));
  isOn = false;
  return { ended, deed };
}
