import { availableParallelism } from 'node:os';
import { tryJournalMutants } from '../journal/mutants/print.ts';
import { promises } from '../promises/all.ts';
import { mutants } from './all.ts';
import { runInProcesses, shareOf } from './processes.ts';
import type { Trial } from './run.ts';
import { runMutants } from './run.ts';

// node --conditions=ducat-source packages/testing/contract/src/mutants/main.ts [--full] [words of a mutant or promise]
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isFull = process.argv.includes('--full');
const tried = mutants.filter(({ name, promise }) => words.every((word) => `${name} ${promise}`.includes(word)));
const sample = promises.filter((_, index) => index % 50 === 0);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

if (process.send === undefined) await runAll();
else await runMutants(shareOf(tried), { others: promises, after: (trial) => process.send?.(trial) });

/** All of them; every promise is asked by several processes, because most of it is waiting. */
async function runAll(): Promise<void> {
  const trials = isFull
    ? await runInProcesses(import.meta.filename, process.argv.slice(2), availableParallelism() + 1, report)
    : await runMutants(tried, { others: sample, after: report });
  const caught = trials.filter(({ isCaught }) => isCaught).length;
  const alone = trials.filter(({ isCaught, others }) => isCaught && others.length === 0).length;
  const covered = new Set(mutants.map(({ promise }) => promise));
  const uncovered = promises.filter(({ name }) => !covered.has(name));
  for (const { group, name } of uncovered) print(`no mutant for ${group}: ${name}`);
  print(
    `caught ${caught} / ${tried.length}; ${isFull ? 'all' : `${sample.length} of ${promises.length}`} other promises were asked, and ${alone} mutants were caught by none of them`,
  );
  const areJournalsCaught = await tryJournalMutants(words, isFull, print);
  process.exitCode = caught === tried.length && uncovered.length === 0 && areJournalsCaught ? 0 : 1;
}

function report({ mutant, isCaught, reason, others }: Trial): void {
  const also = others.length === 0 ? '' : `  (+ ${others.length}: ${isFull ? others.join('; ') : (others[0] ?? '')})`;
  print(`${isCaught ? 'caught' : 'MISSED'}  ${mutant.name} -> ${mutant.promise}${isCaught ? also : `: ${reason}`}`);
}
