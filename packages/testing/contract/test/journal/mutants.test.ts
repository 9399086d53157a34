import { describe, expect, test } from 'vitest';
import { journalMutants } from '../../src/journal/mutants/all.ts';
import { tryJournalMutant } from '../../src/journal/mutants/run.ts';
import { journalPromises } from '../../src/journal/promises/all.ts';

describe('a broken journal is caught by the promise that it breaks:', () => {
  test.each(journalMutants.map((mutant) => [`${mutant.name} -> ${mutant.promise}`, mutant] as const))(
    '%s',
    async (_name, mutant) => {
      const { isCaught, reason } = await tryJournalMutant(mutant);
      expect(isCaught, reason).toBe(true);
    },
  );
});

describe('the broken journals', () => {
  test('are at least one for each promise', () => {
    const covered = new Set(journalMutants.map(({ promise }) => promise));
    expect(journalPromises.filter(({ name }) => !covered.has(name)).map(({ name }) => name)).toEqual([]);
  });

  test('break little else: what breaks everything would prove nothing', async () => {
    let [asked, broken] = [0, 0];
    for (const [index, mutant] of journalMutants.entries()) {
      // Other promises for each.
      const others = journalPromises.filter((_, place) => place % 12 === index % 12);
      asked += others.length;
      broken += (await tryJournalMutant(mutant, others)).others.length;
    }
    expect(broken).toBeLessThan(asked / 6);
  });

  test('are told apart by their names, and so are the promises', () => {
    for (const names of [journalMutants.map(({ name }) => name), journalPromises.map(({ name }) => name)]) {
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
});
