import type { Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { Stage } from '../stage.ts';
import { balanceOf } from './balance.ts';

/**
 * Whatever a call says of a charge has to be true by the books: an approval names an attempt of which just that was
 * taken, a decline one of which nothing was. An error has to be one of this library, with effect `none`.
 */
export async function requireTruth(stage: Stage, call: Promise<Outcome>, when: string): Promise<Outcome | DucatError> {
  let outcome: Outcome;
  try {
    outcome = await call;
  } catch (error) {
    if (!DucatError.is(error)) throw new assert.AssertionError({ message: `${when}: a foreign error`, actual: error });
    assert.equal(error.effect, 'none', when);
    return error;
  }
  const taken = balanceOf(stage, outcome.reference ?? '').taken;
  if (outcome.status === 'approved') assert.equal(outcome.amount.minorUnits, taken, `${when}: approved`);
  if (outcome.status === 'declined' || outcome.status === 'not_sent')
    assert.equal(taken, 0n, `${when}: ${outcome.status}`);
  return outcome;
}
