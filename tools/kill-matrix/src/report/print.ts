import Table from 'cli-table3';
import type { Caught } from '../controls/catch.ts';
import { invariants } from '../invariants/violation.ts';
import type { CaseResult } from '../lane/kill-case.ts';
import type { FailedCase } from '../lane/lanes.ts';
import type { RaceResult } from '../races/race-result.ts';
import { nameOfCase, replayOf } from './case-name.ts';
import type { Row } from './tally.ts';
import { sum } from './tally.ts';

const style = { head: [], border: [], compact: true };

export function matrixTable(rows: readonly Row[], seconds: number): string {
  const table = new Table({ head: ['scenario', 'first at', 'points', 'kills', 'missed', 'ended', 'broken'], style });
  for (const { scenario, provider, points, kills, missed, outcomes, violations } of rows) {
    const ended = outcomes.map(([outcome, times]) => `${times} x ${outcome}`).join('\n');
    table.push([scenario, provider, points, kills, missed, ended, violations]);
  }
  const kills = sum(rows.map((row) => row.kills));
  const points = sum(rows.map((row) => row.points));
  const pace = (kills / seconds).toFixed(1);
  return `${table.toString()}\n${kills} kills at ${points} points in ${seconds.toFixed(0)} s, ${pace} per second.`;
}

export function racesTable(results: readonly RaceResult[]): string {
  const table = new Table({ head: ['race', 'at', 'calls', 'answers', 'the bank', 'broken'], style });
  for (const { race, provider, calls, answers, bank, violations } of results) {
    const told = answers.map(([answer, times]) => `${times} x ${answer}`).join('\n');
    table.push([race, provider, calls, told, bank.join('\n'), violations.length]);
  }
  return table.toString();
}

export function controlsTable(caught: readonly Caught[]): string {
  const table = new Table({ head: ['broken engine', 'played as', 'caught by', 'after kills', 'what it did'], style });
  for (const { breakage, cell, invariant, kills, what } of caught) {
    const by = what === undefined ? 'NOT CAUGHT' : `${invariant}: ${invariants[invariant]}`;
    table.push([breakage, `${cell.scenario}/${cell.provider}`, by, kills, what ?? '']);
  }
  return table.toString();
}

export function describeViolations({ order, violations, reports }: CaseResult): string {
  const broken = violations.map(({ invariant, what }) => `  ${invariant} (${invariants[invariant]}): ${what}`);
  const told = reports.map(({ life, by, key, status, type }) => `  life ${life}: ${key} ${type ?? status} (${by})`);
  return [nameOfCase(order), ...broken, ...told, `  ${replayOf(order)}`].join('\n');
}

export function describeFailure({ order, error }: FailedCase): string {
  return `${nameOfCase(order)}\n  ${error}\n  ${replayOf(order)}`;
}
