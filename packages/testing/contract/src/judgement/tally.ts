import type { Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';

/** What several calls say together, in minor units. */
export interface Tally {
  /** The sum of what was approved. */
  readonly approved: bigint;
  /** The sum of what may have been done. */
  readonly unclear: bigint;
}

/** Makes the calls at the same time and adds up what they say; an error has to be a proof that nothing moved. */
export async function tallyOf(
  calls: readonly { readonly minorUnits: bigint; readonly outcome: Promise<Outcome> }[],
): Promise<Tally> {
  const results = await Promise.allSettled(calls.map(({ outcome }) => outcome));
  let approved = 0n;
  let unclear = 0n;
  for (const [index, result] of results.entries()) {
    const minorUnits = calls[index]?.minorUnits ?? 0n;
    if (result.status === 'rejected') {
      assert(DucatError.is(result.reason), 'a foreign error');
      assert.equal(result.reason.effect, 'none');
    } else if (result.value.status === 'approved') {
      assert.equal(result.value.amount.minorUnits, minorUnits);
      approved += minorUnits;
    } else if (result.value.status !== 'declined' && result.value.status !== 'not_sent') {
      unclear += minorUnits;
    }
  }
  return { approved, unclear };
}

/** What moved is at least what was approved, and at most that and what is unclear. */
export function requireAgreement({ approved, unclear }: Tally, moved: bigint): void {
  assert(approved <= moved, `${approved} was approved and ${moved} moved`);
  assert(moved <= approved + unclear, `${moved} moved, and ${approved + unclear} at most was said to`);
}
