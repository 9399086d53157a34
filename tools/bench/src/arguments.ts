import { parseArgs } from 'node:util';
import type { ClientName } from './clients/all.ts';
import { baseline, clientNames } from './clients/all.ts';
import type { Settings } from './measure/settings.ts';
import { usual } from './measure/settings.ts';

const parts: readonly ['calls', 'imports', 'plan', 'lease'] = ['calls', 'imports', 'plan', 'lease'];

export type Part = (typeof parts)[number];

/** What a run is asked to do. */
export interface Order {
  readonly json: boolean;
  /** Whether a missed target makes the run fail. */
  readonly check: boolean;
  readonly parts: readonly Part[];
  readonly settings: Settings;
}

export const usage: string = `pnpm bench [--json] [--check] [--only ${parts.join(',')}] [--clients ${clientNames.join(',')}]

How much is measured: --generations, --rounds, --calls, --sequential, --warm-up, --imports, --plans, --operations <number>.
Speed is never a test: the run succeeds whatever it measures, unless --check is given and a target is missed.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const options = {
  json: flag,
  check: flag,
  help: flag,
  only: text,
  clients: text,
  generations: text,
  rounds: text,
  calls: text,
  sequential: text,
  'warm-up': text,
  imports: text,
  plans: text,
  operations: text,
} as const;

/** @throws Error in words for whoever called the bench. */
export function readArguments(given: readonly string[]): Order | 'help' {
  const { values } = parseArgs({ args: [...given], options });
  if (values.help) return 'help';
  return {
    json: values.json,
    check: values.check,
    parts: listOf(values.only, parts, '--only'),
    settings: {
      ...usual,
      clients: withBaseline(listOf(values.clients, clientNames, '--clients')),
      generations: numberOf(values.generations, usual.generations, '--generations'),
      rounds: numberOf(values.rounds, usual.rounds, '--rounds'),
      calls: numberOf(values.calls, usual.calls, '--calls'),
      sequential: numberOf(values.sequential, usual.sequential, '--sequential'),
      warmUp: numberOf(values['warm-up'], usual.warmUp, '--warm-up'),
      imports: numberOf(values.imports, usual.imports, '--imports'),
      plans: numberOf(values.plans, usual.plans, '--plans'),
      operations: numberOf(values.operations, usual.operations, '--operations'),
    },
  };
}

/** Ratios need something to be a ratio to. */
function withBaseline(names: readonly ClientName[]): readonly ClientName[] {
  return names.includes(baseline) ? names : [baseline, ...names];
}

function listOf<Name extends string>(
  given: string | undefined,
  known: readonly Name[],
  option: string,
): readonly Name[] {
  if (given === undefined) return known;
  return given.split(',').map((name) => {
    const found = known.find((each) => each === name);
    if (found === undefined) throw new Error(`${option}: there is no ${name}, but ${known.join(', ')}`);
    return found;
  });
}

function numberOf(given: string | undefined, usually: number, option: string): number {
  if (given === undefined) return usually;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Error(`${option}: ${given} is no whole number of one or more`);
  return Number(given);
}
