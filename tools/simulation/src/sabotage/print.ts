import { invariants } from '../invariants/violations.ts';
import type { Verdict } from './try-variant.ts';

/** What became of all broken libraries, and of the one that is not. */
export interface SabotageReport {
  readonly verdicts: readonly Verdict[];
  readonly control: Verdict | undefined;
  readonly seconds: number;
}

const head = ['broken on purpose', 'noticed by invariant', 'also by', 'seed', 'faults', 'after payments'];

export function print({ verdicts, control, seconds }: SabotageReport): string {
  const caught = verdicts.filter(({ first }) => first !== undefined).length;
  const percent = verdicts.length === 0 ? 0 : Math.floor((100 * caught) / verdicts.length);
  return [
    ...table([head, ...verdicts.map(row)]),
    '',
    controlLine(control),
    `${caught} of ${verdicts.length} broken libraries were caught: ${percent} %, ${seconds.toFixed(0)} s`,
  ].join('\n');
}

function row({ name, first, caughtBy, seed, factor, cases }: Verdict): readonly string[] {
  if (first === undefined) return [name, 'NOBODY', '', '', '', String(cases)];
  const { invariant } = first;
  const others = caughtBy.filter((number) => number !== invariant).join(', ');
  return [name, `${invariant}. ${invariants[invariant]}`, others, String(seed), `x${factor}`, String(cases)];
}

function controlLine(control: Verdict | undefined): string {
  if (control === undefined) return 'the control was not played';
  const { first, cases } = control;
  if (first === undefined) return `the library as it is: every invariant holds over all ${cases} payments`;
  return `THE LIBRARY AS IT IS is broken: invariant ${first.invariant}, ${first.payment}: ${first.what}`;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
