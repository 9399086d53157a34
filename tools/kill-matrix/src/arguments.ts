import { parseArgs } from 'node:util';
import type { Point } from './matrix/point.ts';
import { readPoint } from './matrix/point.ts';
import type { Cell } from './matrix/run.ts';
import { allCells } from './matrix/run.ts';
import type { Density } from './matrix/plan.ts';

/** What one run is to do. */
export interface Order {
  readonly cells: readonly Cell[];
  /** Kill here, one after another, and nowhere else. */
  readonly points: readonly Point[];
  readonly repeats: boolean;
  readonly density: Density;
  readonly parts: readonly Part[];
  readonly lanes: number | undefined;
  readonly json: boolean;
}

const partNames = ['matrix', 'races', 'controls'] as const;
type Part = (typeof partNames)[number];

export const usage = `pnpm kill-matrix [--only matrix|races|controls] [--scenario refund/paycross] [--json]
                 [--within 1] [--again 6] [--both] [--seed 1] [--lanes 3] [--step "post 2:after"]... [--repeats]

Kills a merchant's process before, within and after every step of every scenario at both providers, starts it again, lets
it recover, and compares the journal with the banks. Then 50 operations at once from two processes on one journal. Then
the same on broken engines, each of which has to be noticed. Exit code 1 when an invariant does not hold, when anything
fails, when a broken engine is not noticed, or when a whole run comes to fewer than 500 kills.

  --only      one part; all three unless given
  --scenario  only scenarios whose name begins so: "refund", "refund/paycross"
  --within    points within every commit and every request that moves something, at random times; 1 unless given
  --again     second kills for each scenario, while the first is being recovered from; 6 unless given
  --both      every point twice: with a merchant who repeats its calls, and with one who lets recovery work alone
  --seed      chooses the times within steps, and who repeats; 1 unless given
  --lanes     so many merchants side by side; one more than there are processors unless given
  --step      kill at this point and at no other; twice: the second one in the second life
  --repeats   with --step: the merchant repeats its calls after a kill
  --json      print what was found as JSON`;

/** @throws TypeError for arguments that are none of the matrix. */
export function readArguments(given: readonly string[]): Order | 'help' {
  const { values } = parseArgs({
    args: [...given],
    options: {
      only: { type: 'string' },
      scenario: { type: 'string', default: '' },
      within: { type: 'string', default: '1' },
      again: { type: 'string', default: '6' },
      both: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      lanes: { type: 'string' },
      step: { type: 'string', multiple: true, default: [] },
      repeats: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { scenario } = values;
  const cells = allCells.filter((cell) => `${cell.scenario}/${cell.provider}`.startsWith(scenario));
  if (cells.length === 0) throw new TypeError(`--scenario ${scenario} fits none of: ${namesOf(allCells)}`);
  const points = values.step.map(readPoint);
  return {
    cells,
    points,
    repeats: values.repeats,
    density: {
      within: whole('within', values.within),
      again: whole('again', values.again),
      both: values.both,
      seed: whole('seed', values.seed),
    },
    parts: values.only === undefined ? defaultParts(scenario, points) : [readPart(values.only)],
    lanes: values.lanes === undefined ? undefined : Math.max(1, whole('lanes', values.lanes)),
    json: values.json,
  };
}

function defaultParts(scenario: string, points: readonly Point[]): readonly Part[] {
  return scenario === '' && points.length === 0 ? partNames : ['matrix'];
}

function readPart(text: string): Part {
  const part = partNames.find((name) => name === text);
  if (part === undefined) throw new TypeError(`--only must be one of: ${partNames.join(', ')}`);
  return part;
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new TypeError(`--${name} must be a whole number, not ${text}`);
  return Number(text);
}

function namesOf(cells: readonly Cell[]): string {
  return cells.map(({ scenario, provider }) => `${scenario}/${provider}`).join(', ');
}
