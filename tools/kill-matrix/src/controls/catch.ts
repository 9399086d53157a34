import type { InvariantNumber } from '../invariants/violation.ts';
import type { CaseResult } from '../lane/kill-case.ts';
import type { Lanes } from '../lane/lanes.ts';
import type { Density } from '../matrix/plan.ts';
import { killsOf } from '../matrix/plan.ts';
import type { Cell } from '../matrix/run.ts';
import type { BreakageName } from './names.ts';
import { breakageNames } from './names.ts';

/** A broken engine, and what has to find it. */
interface Expected {
  readonly cell: Cell;
  readonly invariant: InvariantNumber;
}

const expected: Readonly<Record<BreakageName, Expected>> = {
  journal_after_call: { cell: { scenario: 'charge', provider: 'paymega' }, invariant: 2 },
  written_behind: { cell: { scenario: 'charge', provider: 'paymega' }, invariant: 7 },
  fresh_key_per_life: { cell: { scenario: 'refund', provider: 'paycross' }, invariant: 5 },
  no_recovery: { cell: { scenario: 'charge', provider: 'paycross' }, invariant: 4 },
  event_acknowledged_early: { cell: { scenario: 'charge', provider: 'paycross' }, invariant: 7 },
  unclear_is_not_sent: { cell: { scenario: 'lost_answer', provider: 'paymega' }, invariant: 1 },
  card_in_journal: { cell: { scenario: 'charge', provider: 'paycross' }, invariant: 9 },
};

/** What became of a broken engine. */
export interface Caught extends Expected {
  readonly breakage: BreakageName;
  /** How many kills it took. */
  readonly kills: number;
  /** What it did; absent when nobody noticed, and then the matrix proves nothing. */
  readonly what?: string;
}

const density: Density = { within: 0, again: 0, both: true, seed: 1 };

/** Runs the matrix on engines that are broken, each until it is noticed by the invariant that should notice it. */
export async function catchBreakages(lanes: Lanes, names: readonly BreakageName[] = breakageNames): Promise<Caught[]> {
  const caught: Caught[] = [];
  for (const breakage of names) caught.push(await catchBreakage(lanes, breakage));
  return caught;
}

async function catchBreakage(lanes: Lanes, breakage: BreakageName): Promise<Caught> {
  const { cell, invariant } = expected[breakage];
  let kills = 0;
  let what: string | undefined;
  let undisturbed: CaseResult | undefined;
  const look = (result: CaseResult): 'enough' | undefined => {
    kills += result.kills;
    what ??= result.violations.find((violation) => violation.invariant === invariant)?.what;
    return what === undefined ? undefined : 'enough';
  };
  // Its steps are those of an engine that is whole: a broken one may do other things, or nothing.
  await lanes.run([{ ...cell, kills: [], repeats: true }], (result) => {
    if (!('error' in result)) undisturbed = result;
  });
  const cases = undisturbed === undefined ? [] : killsOf(undisturbed, density);
  await lanes.run(
    cases.map((each) => ({ ...each, breakage })),
    (result) => {
      return 'error' in result ? undefined : look(result);
    },
  );
  return { breakage, cell, invariant, kills, ...(what === undefined ? {} : { what }) };
}
