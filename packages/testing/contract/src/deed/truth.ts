import type { AttemptContext, DucatError, Outcome, Provider } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { Stage } from '../stage.ts';
import { askLookup } from './ask.ts';
import type { Deed } from './deed.ts';
import { assertDucatError, assertOutcomeShape } from './shape.ts';

/** How a call ended. */
export type Ended =
  | { readonly outcome: Outcome; readonly error?: never }
  | { readonly error: DucatError; readonly outcome?: never };

/** Waits for the end of a call and insists on the closed vocabulary, for outcomes and for errors. */
export async function endOf(call: Promise<Outcome>): Promise<Ended> {
  let outcome: Outcome;
  try {
    outcome = await call;
  } catch (thrown) {
    if (thrown instanceof assert.AssertionError) throw thrown;
    return { error: assertDucatError(thrown) };
  }
  assertOutcomeShape(outcome);
  return { outcome };
}

/** In one word, for messages. */
export function wordFor({ outcome, error }: Ended): string {
  return outcome === undefined ? `error ${error.code}, effect ${error.effect}` : outcome.status;
}

/** What the bank did, as far as it decides whether an answer is true. */
interface Done extends Pick<Deed, 'moves' | 'times'> {
  readonly facts: Pick<Deed['facts'], 'noun'>;
  readonly amount: { readonly minorUnits: bigint; readonly currency: string };
}

/**
 * What was said is compared with the bank's books. A success has happened, once and for that amount; what proves that
 * nothing was moved is true; and nothing has been moved twice.
 */
export function assertTrue(ended: Ended, deed: Done, when: string): void {
  const word = wordFor(ended);
  const told = `${when}: ${deed.facts.noun} ended as "${word}", and the bank did it ${deed.times()} times`;
  assert(deed.times() <= 1, told);
  if (ended.outcome === undefined) {
    assert.equal(ended.error.effect, 'none', `${when}: an error is thrown only where nothing moved`);
    return assert.equal(deed.times(), 0, told);
  }
  const { outcome } = ended;
  switch (outcome.status) {
    case 'approved':
      assert.equal(
        `${outcome.amount.minorUnits} ${outcome.amount.currency}`,
        `${deed.amount.minorUnits} ${deed.amount.currency}`,
        `${when}: approved for another amount`,
      );
      return assert.equal(deed.times(), deed.moves ? 1 : 0, told);
    case 'declined':
    case 'not_sent':
    case 'action_required':
      return assert.equal(deed.times(), 0, told);
    case 'pending':
    case 'unknown':
  }
}

/** As `assertTrue`, of whichever payment the answer says that it is about. */
export async function requireTruth(stage: Stage, call: Promise<Outcome>, when: string): Promise<Ended> {
  const ended = await endOf(call);
  const payments = stage.movements(ended.outcome?.reference ?? '', 'charge', 'authorize');
  const [{ amount: minorUnits, currency } = { amount: 0n, currency: '' }] = payments;
  const done = { amount: { minorUnits, currency }, moves: true, times: () => payments.length };
  assertTrue(ended, { ...done, facts: { noun: 'a payment' } }, when);
  return ended;
}

/** Once the network is well again, a lookup says what stands in the bank's books, where it can find the operation. */
export async function assertLookupTells(
  stage: Stage,
  deed: Deed,
  { ended, context, when }: { readonly ended: Ended; readonly context: AttemptContext; readonly when: string },
): Promise<void> {
  const request = lookupFor(stage.provider, deed, context, ended);
  if (request === undefined || !deed.moves) return;
  const result = await askLookup(stage.provider, request);
  assert.notEqual(result.status, 'failed', `${when}: a lookup with a healthy network`);
  const outcomes = result.status === 'found' ? result.transactions.map(({ outcome }) => outcome) : [];
  const approvals = outcomes.filter(({ status }) => status === 'approved').length;
  assert.equal(approvals, deed.times(), `${when}: the lookup tells of ${approvals}, the bank has ${deed.times()}`);
}

function lookupFor(
  provider: Provider,
  { facts: { operation } }: Deed,
  { reference }: AttemptContext,
  { outcome }: Ended,
): object | undefined {
  if (provider.lookup === undefined) return undefined;
  if (provider.limits.lookupByReference.includes(operation)) return { operation, reference };
  const known = outcome !== undefined && 'providerReference' in outcome ? outcome.providerReference : undefined;
  return known === undefined ? undefined : { operation, providerReference: known };
}
