import { invariants } from '../invariants/violations.ts';
import { matrixLines } from './matrix.ts';
import type { RunSummary, Summary } from './summary.ts';

/** So many payments are needed before an empty cell means anything. */
export const enoughForCoverage = 50_000;

export function print(summary: Summary): string {
  return [
    ...summary.runs.map(runLine),
    '',
    ...Object.entries(invariants).map(([number, text]) => invariantLine(summary, Number(number), text)),
    '',
    'how often each fault met each step:',
    ...matrixLines(summary.coverage, summary.empty),
    '',
    `${summary.paymentsPerSecond.toFixed(0)} payments per second, ${summary.seconds.toFixed(0)} s`,
  ].join('\n');
}

function runLine({
  seed,
  payments,
  factor,
  faults,
  operations,
  calls,
  deaths,
  reviews,
  traceHash,
}: RunSummary): string {
  const reviewed = Object.values(reviews).reduce((sum, count) => sum + count, 0);
  const often = factor === 1 ? '' : `, faults x${factor}`;
  return (
    `seed ${seed}: ${text(payments)} payments${often}, ${text(operations)} operations, ${text(calls)} calls, ` +
    `${text(faults)} faults, ${text(deaths)} crashes, ${reviewed} in review, trace ${traceHash.slice(0, 16)}`
  );
}

function invariantLine({ runs }: Summary, number: number, words: string): string {
  const found = runs.flatMap(({ seed, violations }) =>
    violations.filter(({ invariant }) => invariant === number).map((violation) => ({ seed, ...violation })),
  );
  const [first] = found;
  if (first === undefined) return `${String(number).padStart(2)}. holds   ${words}`;
  return `${String(number).padStart(2)}. BROKEN  ${words}: ${found.length} times, first in --seed ${first.seed} --payment ${first.payment.slice(1)}: ${first.what}`;
}

function text(count: number): string {
  return count.toLocaleString('en-US');
}

/** The whole report for machines: every cell, every violation. */
export function toJson({ runs, seconds, paymentsPerSecond, coverage, empty, broken }: Summary): string {
  return JSON.stringify(
    { runs, seconds, paymentsPerSecond, broken, empty, coverage: coverage.toRecord() },
    undefined,
    2,
  );
}
