import type { Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { Stage } from '../stage.ts';

/** The error a call ends with, which has to be one of this library. */
export async function thrownBy(call: Promise<unknown>): Promise<DucatError> {
  const result = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in result)) return assert.fail(`expected an error, got ${JSON.stringify(result.value, bigints)}`);
  if (!DucatError.is(result.error))
    throw new assert.AssertionError({ message: 'a foreign error', actual: result.error });
  return result.error;
}

/** The call has to end with proof that it moved nothing: an error with effect `none`, `declined` or `not_sent`. */
export async function requireRefusal(call: Promise<Outcome>): Promise<void> {
  await requireNoSuccess(call, false);
}

/**
 * As `requireRefusal`, where the call looks like an earlier one. A provider that takes it for a repeat says so, and what
 * a repeat did is `unknown` until it is looked up.
 */
export async function requireRefusalOrRepeat(call: Promise<Outcome>): Promise<void> {
  await requireNoSuccess(call, true);
}

/** The call has to be refused before anything is sent. */
export async function requireNothingSent(stage: Stage, call: () => Promise<unknown>): Promise<DucatError> {
  const before = stage.front.seen.length;
  const error = await thrownBy(call());
  assert.equal(error.effect, 'none');
  assert.equal(stage.front.seen.length, before, 'a request was sent');
  return error;
}

async function requireNoSuccess(call: Promise<Outcome>, mayBeRepeat: boolean): Promise<void> {
  let outcome: Outcome;
  try {
    outcome = await call;
  } catch (error) {
    assert(DucatError.is(error), 'a foreign error');
    assert.equal(error.effect, 'none', `${error.code} with effect ${error.effect}: ${error.message}`);
    return;
  }
  if (mayBeRepeat && outcome.status === 'unknown' && outcome.error.code === 'duplicate') return;
  const isProof = outcome.status === 'declined' || outcome.status === 'not_sent';
  assert(isProof, `expected a refusal, got ${JSON.stringify(outcome, bigints)}`);
}

function bigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
