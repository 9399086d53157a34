import Table from 'cli-table3';
import type { Step } from './scenarios/step.ts';

/** A line of the table with the mark of what differs from what was expected. */
export function isAsExpected({ outcome, expected }: Step): boolean {
  return outcome === expected;
}

export function toTable(steps: readonly Step[]): string {
  const table = new Table({
    head: ['', 'operation', 'story', 'provider', 'outcome', "provider's reference", 'ms', 'note'],
    style: { head: [], border: [], compact: true },
    colWidths: [3, null, null, null, null, null, null, 60],
  });
  for (const step of steps) {
    const { operation, story, provider, outcome, expected, reference, milliseconds, note } = step;
    const isGood = isAsExpected(step);
    const told = isGood ? outcome : `${outcome}, not ${expected}`;
    table.push([isGood ? '+' : '!', operation, story, provider, told, reference, milliseconds.toFixed(1), note]);
  }
  return table.toString();
}
