import { promises } from '../promises/all.ts';
import { mutants } from './all.ts';
import type { Trial } from './run.ts';
import { runMutants } from './run.ts';

// node --conditions=ducat-source packages/testing/contract/src/mutants/main.ts [--full] [words of a mutant or promise]
const words = process.argv.slice(2).filter((word) => word !== '--full');
const isFull = process.argv.includes('--full');
const tried = mutants.filter(({ name, promise }) => words.every((word) => `${name} ${promise}`.includes(word)));
const sample = promises.filter((_, index) => index % 50 === 0);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const trials = await runMutants(tried, { others: isFull ? promises : sample, after: report });
const caught = trials.filter(({ isCaught }) => isCaught).length;
const covered = new Set(mutants.map(({ promise }) => promise));
const uncovered = promises.filter(({ name }) => !covered.has(name));
for (const { group, name } of uncovered) print(`no mutant for ${group}: ${name}`);
print(
  `caught ${caught} / ${trials.length}; ${isFull ? 'all' : `${sample.length} of ${promises.length}`} other promises were asked`,
);
process.exitCode = caught === trials.length && uncovered.length === 0 ? 0 : 1;

function report({ mutant, isCaught, reason, others }: Trial): void {
  const also = others.length === 0 ? '' : `  (+ ${others.length}: ${isFull ? others.join('; ') : (others[0] ?? '')})`;
  print(`${isCaught ? 'caught' : 'MISSED'}  ${mutant.name} -> ${mutant.promise}${isCaught ? also : `: ${reason}`}`);
}
