import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DucatError } from '@ducat/core';
import type { SqliteJournalOptions } from '@ducat/journal-sqlite';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { full, newFile, openJournal } from './folder.ts';
import { start } from './processes/child.ts';

function refusalOf(options: unknown): DucatError {
  try {
    createSqliteJournal(options as SqliteJournalOptions);
  } catch (thrown) {
    if (DucatError.is(thrown)) return thrown;
    throw thrown;
  }
  return expect.fail('the options were accepted');
}

describe('options', () => {
  test.each<[string, unknown]>([
    ['options', undefined],
    ['options', 'journal.db'],
    ['file', {}],
    ['file', { file: '' }],
    ['file', { file: 5 }],
    ['file', { file: ':memory:' }],
    ['file', { file: 'file:journal.db?mode=memory' }],
    ['file', { file: 'journal\0.db' }],
    ['busyTimeoutMilliseconds', { file: 'journal.db', busyTimeoutMilliseconds: -1 }],
    ['busyTimeoutMilliseconds', { file: 'journal.db', busyTimeoutMilliseconds: 0.5 }],
    ['busyTimeoutMilliseconds', { file: 'journal.db', busyTimeoutMilliseconds: '5' }],
    ['synchronous', { file: 'journal.db', synchronous: 'off' }],
  ])('%s that is wrong is named (%#)', (path, options) => {
    const { code, effect, issues, message } = refusalOf(options);
    expect({ code, effect, path: issues[0]?.path }).toEqual({ code: 'invalid_options', effect: 'none', path });
    expect(message).toContain(`${path}: `);
  });

  test('that cannot even be read are refused, without what was thrown', () => {
    const options = {
      get file(): string {
        throw new Error('canary');
      },
    };
    const error = refusalOf(options);
    expect(error).toMatchObject({
      code: 'invalid_options',
      message: 'options: cannot be read: something in it throws',
    });
    expect(JSON.stringify(error) + error.stack).not.toContain('canary');
  });

  test('a file that cannot be made or used is refused in words that name it', () => {
    const file = newFile();
    for (const [path, words] of [
      [join(dirname(file), 'nowhere', 'journal.db'), 'no such file or directory'],
      [dirname(file), 'illegal operation on a directory'],
    ] as const) {
      const { code, message } = refusalOf({ file: path });
      expect(code).toBe('journal_failed');
      expect(message).toContain(words);
      expect(message).toContain(path);
    }
  });
});

test('a new journal is for its owner alone, with the files beside it', async () => {
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  const file = newFile();
  await openJournal(file).append(full('one', 0));
  for (const each of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(each).mode & 0o777, each).toBe(0o600);
});

test('a journal that is left open does not keep its process alive', async () => {
  const child = start('leave-open.ts', newFile());
  expect(await child.ended).toEqual(['appended']);
  expect(child.process.exitCode).toBe(0);
});

test('a file in a folder with odd characters is that file', async () => {
  const folder = join(dirname(newFile()), 'a ?mode=memory#%20 é');
  mkdirSync(folder);
  const file = join(folder, 'journal.db');
  await openJournal(file).append(full('one', 0));
  expect((await openJournal(file).read('one'))?.version).toBe(1);
  expect(statSync(file).size).toBeGreaterThan(0);
});
