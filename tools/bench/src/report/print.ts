import Table from 'cli-table3';
import type { Figure } from '../arithmetic/statistics.ts';
import type { Figures, Results } from './results.ts';
import type { Verdict } from './verdict.ts';

/** The run for people. Ratios hold elsewhere too; what is in milliseconds and bytes is of this machine at this hour. */
export function toText(results: Results, verdicts: readonly Verdict[]): string {
  const parts = [`Node ${results.node}, ${results.date.slice(0, 10)}. Medians, with the middle half in brackets.`];
  if (results.clients.length > 0) parts.push(clientsOf(results));
  if (results.baseline !== undefined) parts.push(baselineOf(results.baseline));
  if (results.imports.length > 0) parts.push(importsOf(results));
  parts.push(targetsOf(verdicts));
  return parts.join('\n\n');
}

function clientsOf({ clients }: Results): string {
  const table = newTable([
    'ratio to raw undici',
    'CPU per call',
    'throughput',
    'p50 alone',
    'p99 alone',
    'peak memory',
  ]);
  for (const { label, ratios } of clients) {
    const { cpu, throughput, p50, p99, memory } = ratios;
    table.push([label, ...[cpu, throughput, p50, p99, memory].map((figure) => shown(figure))]);
  }
  return table.toString();
}

function baselineOf({ cpu, throughput, p50, p99, memory }: Figures): string {
  const facts = [
    `${cpu.median.toFixed(0)} µs of CPU time for a call`,
    `${throughput.median.toFixed(0)} calls in a second with 64 in flight`,
    `p50 ${p50.median.toFixed(0)} µs and p99 ${p99.median.toFixed(0)} µs one after the other`,
    `${(memory.median / 2 ** 20).toFixed(0)} MiB at the peak of the first calls`,
  ];
  return `Raw undici, here and now: ${facts.join(', ')}.`;
}

function importsOf({ imports }: Results): string {
  const table = newTable(['import', 'ms', 'ms of CPU time', 'more than undici + zod']);
  for (const { name, milliseconds, cpu, more } of imports) {
    table.push([name, shown(milliseconds, 0), shown(cpu, 0), shown(more, 0)]);
  }
  return table.toString();
}

function targetsOf(verdicts: readonly Verdict[]): string {
  const table = newTable(['target', '', 'measured', '']);
  for (const { what, target, unit, measured, verdict } of verdicts) {
    const figure = measured === undefined ? '' : `${shown(measured)}${unit === '' ? '' : ` ${unit}`}`;
    table.push([what, target, figure, verdict]);
  }
  return table.toString();
}

function shown({ median, low, high }: Figure, digits = 2): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

function newTable(head: readonly string[]): Table.Table {
  return new Table({ head: [...head], style: { head: [], border: [], compact: true } });
}
