import type { Order } from './arguments.ts';
import type { Caught } from './controls/catch.ts';
import { catchBreakages } from './controls/catch.ts';
import type { CaseResult } from './lane/kill-case.ts';
import type { FailedCase, Lanes } from './lane/lanes.ts';
import type { Matrix, Progress } from './matrix/run.ts';
import { runMatrix } from './matrix/run.ts';
import { raceNames } from './races/names.ts';
import type { RaceResult } from './races/race-result.ts';
import { runRaces } from './races/run.ts';

/** Everything that a run found. */
export interface Findings {
  readonly matrix: Matrix;
  readonly races: readonly RaceResult[];
  readonly controls: readonly Caught[];
}

/** What the project asks for of a run in CI. */
const fewestKills = 500;
const racingCalls = 50;

export async function runAll(lanes: Lanes, order: Order, progress: Progress): Promise<Findings> {
  const { cells, density, parts, points } = order;
  const isReplay = points.length > 0;
  const matrix = !parts.includes('matrix')
    ? { results: [], failed: [], seconds: 0 }
    : isReplay
      ? await replay(lanes, order)
      : await runMatrix(lanes, cells, density, progress);
  const races = parts.includes('races') ? await runRaces(lanes, raceNames, racingCalls) : [];
  const controls = parts.includes('controls') ? await catchBreakages(lanes) : [];
  return { matrix, races, controls };
}

/** Kills at the given points alone. */
async function replay(lanes: Lanes, { cells, points, repeats }: Order): Promise<Matrix> {
  const began = performance.now();
  const results: CaseResult[] = [];
  const failed: FailedCase[] = [];
  await lanes.run(
    cells.map((cell) => ({ ...cell, kills: points, repeats })),
    (result) => void ('error' in result ? failed.push(result) : results.push(result)),
  );
  return { results, failed, seconds: (performance.now() - began) / 1000 };
}

/** Why the run is no proof; empty when it is one. */
export function objections({ matrix, races, controls }: Findings, { parts, cells, points }: Order): readonly string[] {
  const found: string[] = [];
  const say = (count: number, what: string): void => {
    if (count > 0) found.push(`${count} ${what}`);
  };
  say(matrix.results.filter(({ violations }) => violations.length > 0).length, 'kills broke an invariant');
  say(matrix.failed.length, 'cases could not be brought to their end');
  say(races.filter(({ violations }) => violations.length > 0).length, 'races went wrong');
  say(controls.filter(({ what }) => what === undefined).length, 'broken engines were not noticed');
  const kills = matrix.results.reduce((sum, result) => sum + result.kills, 0);
  const isWhole = parts.includes('matrix') && points.length === 0 && cells.length > 2;
  if (isWhole && kills < fewestKills) found.push(`only ${kills} kills, and ${fewestKills} are asked for`);
  if (points.length > 0 && kills === 0) found.push('nobody was killed: there is no such step');
  return found;
}
