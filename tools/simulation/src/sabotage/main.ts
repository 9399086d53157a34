import { parseArgs } from 'node:util';
import { invariants } from '../invariants/violations.ts';
import { pool } from '../run/pool.ts';
import type { Verdict } from './try-variant.ts';
import { allVariants } from './variants.ts';

const { values } = parseArgs({ options: { variant: { type: 'string', default: '' }, json: { type: 'boolean' } } });
const names = allVariants.map(({ name }) => name).filter((name) => name.includes(values.variant));
const verdicts: Verdict[] = [];
await pool<string, Verdict>(new URL('worker.ts', import.meta.url), undefined, names, (_name, verdict) => {
  verdicts.push(verdict);
  if (process.stderr.isTTY) console.error(`${verdicts.length} of ${names.length}: ${verdict.name}`);
});
verdicts.sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
const caught = verdicts.filter(({ first }) => first !== undefined);
console.log(values.json === true ? JSON.stringify(verdicts, undefined, 2) : verdicts.map(line).join('\n'));
const percent = names.length === 0 ? 0 : (100 * caught.length) / names.length;
console.log(`${caught.length} of ${names.length} broken engines were caught: ${percent.toFixed(0)} %`);
process.exitCode = caught.length === names.length && names.length > 0 ? 0 : 1;

function line({ name, caughtBy, cases, first }: Verdict): string {
  if (first === undefined) return `NOT CAUGHT  ${name} (${cases} cases)`;
  const by = `invariant ${first.invariant} (${invariants[first.invariant]})`;
  const others = caughtBy.filter((number) => number !== first.invariant);
  const also = others.length === 0 ? '' : `, also ${others.join(', ')}`;
  return `caught      ${name}: by ${by}${also}, after ${cases} cases`;
}
