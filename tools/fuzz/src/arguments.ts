import { parseArgs } from 'node:util';

/** What one run of the fuzzer is to do. */
export interface Order {
  /** How many inputs each parser gets. */
  readonly inputs: number;
  readonly seed: number;
  /** Only parsers whose name contains this. */
  readonly parser: string;
  /** Keep one input of every sort of result that is not in the corpus yet. */
  readonly keep: boolean;
}

export const usage = `pnpm fuzz [--inputs 1000000] [--seed 1] [--parser paymega.charge] [--keep]

Runs every parser that meets the outside on its kept corpus and on so many inputs drawn from real ones. Exit code 1 when
a promise did not hold; the input is then in tools/fuzz/corpus, made small.

  --inputs   inputs for each parser; 1,000,000 unless given
  --seed     the same seed draws the same inputs; 1 unless given
  --parser   only parsers whose name contains this
  --keep     keep one input of every new sort of result`;

/** @throws TypeError for arguments that are none of the fuzzer. */
export function readArguments(given: readonly string[]): Order | 'help' {
  const { values } = parseArgs({
    args: [...given],
    options: {
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      parser: { type: 'string', default: '' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    inputs: whole('inputs', values.inputs),
    seed: whole('seed', values.seed),
    parser: values.parser,
    keep: values.keep,
  };
}

function whole(name: string, text: string): number {
  const plain = text.replaceAll(/[_,]/g, '');
  if (!/^\d{1,10}$/.test(plain)) throw new TypeError(`--${name} must be a whole number, not ${text}`);
  return Number(plain);
}
