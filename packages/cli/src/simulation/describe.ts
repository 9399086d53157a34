import { table } from '../printing.ts';
import type { Move, Simulation } from './simulate.ts';
import type { Tally } from './tally.ts';

/** Tables for people; two sets of routes stand side by side. */
export function describeSimulation({ requests, tallies, moves }: Simulation, names: readonly string[]): string {
  const providers = keysOf(tallies.map((tally) => tally.providers));
  const rules = keysOf(tallies.map((tally) => tally.rules));
  const parts = [
    `${requests} ${requests === 1 ? 'request' : 'requests'}\n`,
    section('tried first', names, providers, (tally, provider) => {
      const number = tally.providers.get(provider)?.requests ?? 0;
      return `${number} (${share(number, requests)})`;
    }),
    section('volume', names, volumesOf(tallies), (tally, key) => volumeOf(tally, key)),
    section('decided by rule', names, rules, (tally, rule) => String(tally.rules.get(rule) ?? 0)),
  ];
  if (tallies.length > 1) parts.push(describeMoves(sortMoves(moves), requests));
  return parts.filter((part) => part !== '').join('\n');

  function section(
    title: string,
    columns: readonly string[],
    keys: readonly string[],
    cell: (tally: Tally, key: string) => string,
  ): string {
    if (keys.length === 0) return '';
    const rows = keys.map((key) => [key, ...tallies.map((tally) => cell(tally, key))]);
    return table([[title, ...columns], ...rows], ['left', ...columns.map(() => 'right' as const)]);
  }
}

/** The same as data. Amounts are exact decimals as text. */
export function simulationAsJson({ requests, tallies, moves }: Simulation, names: readonly string[]): unknown {
  const routes = tallies.map(({ providers, rules }, index) => ({
    file: names[index],
    providers: [...providers].map(([provider, tally]) => ({
      provider,
      requests: tally.requests,
      volume: Object.fromEntries([...tally.volume].map(([currency, sum]) => [currency, sum.toDecimal()])),
    })),
    rules: [...rules].map(([rule, number]) => ({ rule, requests: number })),
  }));
  return { requests, routes, ...(tallies.length > 1 ? { moved: sortMoves(moves) } : {}) };
}

function describeMoves(moves: readonly Move[], requests: number): string {
  const moved = moves.reduce((sum, move) => sum + move.requests, 0);
  const rows = moves.map((move) => [`${move.from} -> ${move.to}`, String(move.requests)]);
  return `${moved} (${share(moved, requests)}) tried first elsewhere\n${table(rows, ['left', 'right'])}`;
}

function sortMoves(moves: ReadonlyMap<string, Move>): Move[] {
  return [...moves.values()].sort((left, right) => right.requests - left.requests);
}

function keysOf(maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
}

function volumesOf(tallies: readonly Tally[]): string[] {
  const keys = tallies.flatMap(({ providers }) =>
    [...providers].flatMap(([provider, { volume }]) => [...volume.keys()].map((currency) => `${provider} ${currency}`)),
  );
  return [...new Set(keys)].sort();
}

function volumeOf({ providers }: Tally, key: string): string {
  for (const [provider, { volume }] of providers) {
    for (const [currency, sum] of volume) if (`${provider} ${currency}` === key) return sum.toDecimal();
  }
  return '0';
}

function share(number: number, of: number): string {
  return of === 0 ? '0 %' : `${((number / of) * 100).toFixed(1)} %`;
}
