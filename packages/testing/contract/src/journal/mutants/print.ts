import { journalPromises } from '../promises/all.ts';
import { journalMutants } from './all.ts';
import { tryJournalMutant } from './run.ts';

/** Tries the broken journals with these words in their names or promises. Whether all of them were caught. */
export async function tryJournalMutants(
  words: readonly string[],
  isFull: boolean,
  print: (text: string) => void,
): Promise<boolean> {
  const tried = journalMutants.filter(({ name, promise }) =>
    words.every((word) => `${name} ${promise}`.includes(word)),
  );
  const asked = isFull ? journalPromises : [];
  let caught = 0;
  for (const mutant of tried) {
    const { isCaught, reason, others } = await tryJournalMutant(mutant, asked);
    const also = others.length === 0 ? '' : `  (+ ${others.length}: ${others.join('; ')})`;
    print(`${isCaught ? 'caught' : 'MISSED'}  ${mutant.name} -> ${mutant.promise}${isCaught ? also : `: ${reason}`}`);
    if (isCaught) caught += 1;
  }
  const covered = new Set(journalMutants.map(({ promise }) => promise));
  const uncovered = journalPromises.filter(({ name }) => !covered.has(name));
  for (const { group, name } of uncovered) print(`no mutant for ${group}: ${name}`);
  print(`caught ${caught} / ${tried.length} journals`);
  return caught === tried.length && uncovered.length === 0;
}
