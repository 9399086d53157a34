import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { newFile, openJournal } from './folder.ts';
import { start } from './processes/child.ts';

test('processes that open a new file at once and write to one payment win each version once', async () => {
  const file = newFile();
  const length = 120;
  const children = Array.from({ length: 4 }, () => start('race.ts', file, String(length)));
  const wins = (await Promise.all(children.map(({ ended }) => ended))).flat().map(Number);
  expect(children.map(({ process }) => process.exitCode)).toEqual([0, 0, 0, 0]);
  const versions = Array.from({ length }, (_, version) => version);
  expect(wins.toSorted((left, right) => left - right)).toEqual(versions);
  expect((await openJournal(file).read('one'))?.version).toBe(length);
}, 60_000);

test('processes that open the same new file in the same millisecond all can use it', async () => {
  const folder = dirname(newFile());
  const begin = String(Date.now() + 1_500);
  const children = Array.from({ length: 4 }, () => start('open-together.ts', folder, '6', begin));
  expect((await Promise.all(children.map(({ ended }) => ended))).flat()).toEqual(['6', '6', '6', '6']);
}, 60_000);
