import { parseArgs } from 'node:util';
import { pool } from '../run/pool.ts';
import { print } from './print.ts';
import type { Verdict } from './try-variant.ts';
import { allVariants, control } from './variants.ts';

const { values } = parseArgs({
  options: {
    variant: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean' },
  },
});
const names = allVariants.map(({ name }) => name).filter((name) => name.includes(values.variant));
const verdicts: Verdict[] = [];
let controlled: Verdict | undefined;
const began = performance.now();
// The control first: it is the only one that is played to its end.
await pool<string, Verdict>(
  new URL('worker.ts', import.meta.url),
  { seedsFrom: Number(values.seed) },
  [control.name, ...names],
  (name, verdict) => {
    if (name === control.name) controlled = verdict;
    else verdicts.push(verdict);
    if (process.stderr.isTTY) console.error(`${verdicts.length} of ${names.length}: ${name}`);
  },
);
const seconds = (performance.now() - began) / 1000;
verdicts.sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
const isCaught = verdicts.length > 0 && verdicts.every(({ first }) => first !== undefined);
const report = { verdicts, control: controlled, seconds };
console.log(values.json === true ? JSON.stringify(report, undefined, 2) : print(report));
process.exitCode = isCaught && controlled?.first === undefined ? 0 : 1;
