import { parseArgs } from 'node:util';

/** What the command is asked to do. */
export interface Order {
  /** Cases in each run. */
  readonly payments: number;
  /** The first run has this seed, the next one the next. */
  readonly seed: number;
  readonly runs: number;
  /** Of every run; by default only the last of several runs has all faults ten times. */
  readonly factor: number | undefined;
  readonly json: boolean;
  /** Path of a module with `createPayments`. */
  readonly engine: string;
  /** Plays one case of the seed alone and tells its story. */
  readonly payment: number | undefined;
}

export const usage = `pnpm simulate [--payments 10000] [--seed 1] [--runs 5] [--faults x10] [--json] [--engine path] [--payment k]

Runs the whole library (engine, router, both adapters, both providers' simulators) under a virtual clock, a faulty network
and crashing processes, and checks after each run that no money was lost, taken twice or forgotten. The same seed gives the
same trace, bit for bit. Exit code 1 when a promise did not hold or a fault never met a step.

  --payments  cases in each run: a shopper, one or two payments, and all that is done about them; 10,000 unless given
  --seed      of the first run; the next runs have the next seeds; 1 unless given
  --runs      how many runs; of several, the last has all faults ten times as often; 5 unless given
  --faults    x10, or any other factor, for every run
  --json      the report as JSON
  --engine    a module with createPayments, instead of @ducat/payments
  --payment   only this case of the first run, with everything that happened to it in words`;

/** @throws TypeError for arguments that are none of the command. */
export function readArguments(given: readonly string[]): Order | 'help' {
  const { values } = parseArgs({
    args: [...given],
    options: {
      payments: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '5' },
      faults: { type: 'string' },
      json: { type: 'boolean', default: false },
      engine: { type: 'string', default: '@ducat/payments' },
      payment: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    payments: whole('payments', values.payments),
    seed: whole('seed', values.seed),
    runs: whole('runs', values.runs),
    factor: values.faults === undefined ? undefined : whole('faults', values.faults.replace(/^x/, '')),
    json: values.json,
    engine: values.engine,
    payment: values.payment === undefined ? undefined : whole('payment', values.payment.replace(/^p/, '')),
  };
}

function whole(name: string, text: string): number {
  const plain = text.replaceAll(/[_,]/g, '');
  if (!/^\d{1,10}$/.test(plain)) throw new TypeError(`--${name} must be a whole number, not ${text}`);
  return Number(plain);
}
