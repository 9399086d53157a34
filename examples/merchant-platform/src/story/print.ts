import Table from 'cli-table3';
import type { Report } from '../night/reconciliation.ts';
import { isAsTold } from './step.ts';
import type { Chapter } from './story.ts';

const style = { head: [], border: [], compact: true };

export function print({ title, steps, reports }: Chapter): string {
  return [
    `\n${title}`,
    ...(reports.length === 0 ? [stepsTable(steps)] : reports.map(toNight)),
    ...surprises(steps),
  ].join('\n');
}

export function printEnding(chapters: readonly Chapter[]): string {
  const steps = chapters.flatMap((chapter) => chapter.steps);
  return `\n${steps.filter(isAsTold).length} of ${steps.length} as told.`;
}

/** 0 when everything went as it is told. */
export function exitCodeOf(chapters: readonly Chapter[]): 0 | 1 {
  return chapters.length > 0 && chapters.every(({ steps }) => steps.every(isAsTold)) ? 0 : 1;
}

function stepsTable(steps: Chapter['steps']): string {
  const table = new Table({ head: ['', 'merchant', 'what happens', 'result'], style });
  for (const each of steps) table.push([isAsTold(each) ? '+' : '!', each.merchant, each.story, each.told]);
  return table.toString();
}

function toNight({ merchant, payments, settlementLines, differences }: Report): string {
  const summary = `${merchant}: ${payments} payments in the journal, ${settlementLines} lines settled`;
  if (differences.length === 0) return `+ ${summary}; no difference.`;
  const table = new Table({ head: ['provider', 'reference', 'the journal', 'the provider', 'by its'], style });
  for (const { provider, reference, journal, provided, source } of differences)
    table.push([provider, reference, journal, provided, source]);
  return `+ ${summary}; to be looked at by a person: ${differences.length}\n${table.toString()}`;
}

function surprises(steps: Chapter['steps']): readonly string[] {
  const surprising = steps.filter((each) => !isAsTold(each));
  return surprising.map(({ merchant, story, expected, told }) => `! ${merchant}, ${story}: ${told}, not ${expected}`);
}
