import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allVariants } from '../src/sabotage/variants.ts';

const packages = new URL('../../../packages/', import.meta.url);

test('there are at least twenty broken libraries, each with a name of its own', () => {
  expect(new Set(allVariants.map(({ name }) => name)).size).toBe(allVariants.length);
  expect(allVariants.length).toBeGreaterThanOrEqual(20);
});

test.each(allVariants)('"$name" still fits the library that it breaks', ({ patches, caughtBy }) => {
  for (const { package: owner = 'payments', file, find, replace } of patches) {
    const times = readFileSync(new URL(`${owner}/src/${file}`, packages), 'utf8').split(find).length - 1;
    expect(times, `${file}: ${find}`).toBe(1);
    expect(replace).not.toBe(find);
  }
  expect(caughtBy.length).toBeGreaterThan(0);
});
