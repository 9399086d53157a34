import { strict as assert } from 'node:assert';
import type { LedgerEntry } from '../harness/ledger.ts';
import type { Stage } from '../stage.ts';

/** Where the money of one attempt is by the books of the bank, in minor units. */
export interface Balance {
  readonly held: bigint;
  /** Charged or captured; what was given back later is not subtracted. */
  readonly taken: bigint;
  readonly refunded: bigint;
  readonly paidOut: bigint;
}

const nothing: Balance = { held: 0n, taken: 0n, refunded: 0n, paidOut: 0n };

/** The balance of the attempt with this reference; of a hold or charge, what followed on it included. */
export function balanceOf(stage: Stage, reference: string): Balance {
  return stage.movements(reference).reduce(after, nothing);
}

/** Every column that is not named has to be zero. */
export function requireBalance(stage: Stage, reference: string, expected: Partial<Balance>): void {
  assert.deepEqual(balanceOf(stage, reference), { ...nothing, ...expected });
}

/** How often the bank did this, for whatever attempt: a repeat under a new reference counts too. */
export function timesOf(stage: Stage, kind: LedgerEntry['kind']): number {
  return (stage.world.ledger?.() ?? []).filter((entry) => entry.kind === kind).length;
}

/** Nothing at all may have moved, for any attempt. */
export function requireEmptyLedger(stage: Stage): void {
  assert.deepEqual(stage.world.ledger?.(), []);
}

function after(before: Balance, { kind, amount }: LedgerEntry): Balance {
  const { held, taken, refunded, paidOut } = before;
  switch (kind) {
    case 'authorize':
      return { ...before, held: held + amount };
    case 'capture':
      return { ...before, held: held - amount, taken: taken + amount };
    case 'release':
    case 'void':
      return { ...before, held: held - amount };
    case 'charge':
      return { ...before, taken: taken + amount };
    case 'refund':
      return { ...before, refunded: refunded + amount };
    case 'payout':
      return { ...before, paidOut: paidOut + amount };
  }
}
