import { describe, expect, test } from 'vitest';
import { mutants } from '../src/mutants/all.ts';
import { runMutants } from '../src/mutants/run.ts';
import { promises } from '../src/promises/all.ts';

const seen = { asked: 0, others: 0 };

describe('a mutant is caught by the promise that it breaks:', () => {
  test.each(mutants.map((mutant, index) => [`${mutant.name} -> ${mutant.promise}`, mutant, index] as const))(
    '%s',
    async (_name, mutant, index) => {
      // Now and then one promise beside the named one, each time another.
      const other = index % 3 === 0 ? promises[(index * 97) % promises.length] : undefined;
      const others = other === undefined || other.name === mutant.promise ? [] : [other];
      const [trial] = await runMutants([mutant], { others });
      expect(trial?.reason).not.toBe('there is no such promise');
      expect(trial?.isCaught, trial?.reason).toBe(true);
      seen.asked += others.length;
      seen.others += trial?.others.length ?? 0;
    },
  );
});

describe('the mutants', () => {
  test('break little else: what breaks everything would prove nothing', () => {
    expect(seen.others).toBeLessThan(Math.max(seen.asked / 4, 1));
  });

  test('are at least one for each promise', () => {
    const covered = new Set(mutants.map(({ promise }) => promise));
    expect(promises.filter(({ name }) => !covered.has(name)).map(({ name }) => name)).toEqual([]);
  });

  test('are told apart by their names, and so are the promises', () => {
    for (const names of [mutants.map(({ name }) => name), promises.map(({ name }) => name)]) {
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
});
