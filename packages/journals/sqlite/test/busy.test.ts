import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { full, newFile, openDatabase, openJournal } from './folder.ts';

test('a write waits for another process that is writing, and the event loop does not', async () => {
  const file = newFile();
  const journal = openJournal(file);
  await journal.append(full('zero', 0));
  const other = openDatabase(file);
  other.exec('begin immediate');
  const appending = journal.append(full('one', 0));
  let turns = 0;
  for (const end = performance.now() + 150; performance.now() < end; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(turns).toBeGreaterThan(100);
  expect(await journal.read('one')).toBeUndefined();
  other.exec('commit');
  expect(await appending).toEqual({ status: 'appended', version: 1 });
});

/** Makes the file and has it locked, in another thread, for as long as said. */
function lockElsewhere(file: string, begin: string, milliseconds: number): Promise<unknown> {
  const program = `
    const { parentPort } = require('node:worker_threads');
    const database = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(file)});
    database.exec(${JSON.stringify(begin)});
    parentPort.postMessage('locked');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${milliseconds});
    database.exec('rollback');
    database.close();
  `;
  const worker = new Worker(program, { eval: true });
  return new Promise((resolve) => worker.once('message', resolve));
}

test.each(['begin exclusive', 'pragma journal_mode = wal; begin immediate'])(
  'opening a new file waits for another that is making it (%s)',
  async (begin) => {
    const file = newFile();
    await lockElsewhere(file, begin, 200);
    const journal = openJournal(file);
    expect(await journal.append(full('one', 0))).toEqual({ status: 'appended', version: 1 });
  },
);

test('a write that waited too long fails, writes nothing, and the next one succeeds', async () => {
  const file = newFile();
  const journal = openJournal(file, { busyTimeoutMilliseconds: 50 });
  const other = openDatabase(file);
  other.exec('begin immediate');
  const results = await Promise.allSettled([journal.append(full('one', 0)), journal.append(full('two', 0))]);
  for (const result of results) {
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'journal_failed' } });
    expect(String((result as PromiseRejectedResult).reason)).toContain('locked');
  }
  other.exec('rollback');
  expect(await journal.payments({ limit: 5 })).toEqual([]);
  expect(await journal.append(full('one', 0))).toEqual({ status: 'appended', version: 1 });
});

test('who only looks for work in vain waits for nobody', async () => {
  const file = newFile();
  const journal = openJournal(file, { busyTimeoutMilliseconds: 0 });
  const other = openDatabase(file);
  other.exec('begin immediate');
  expect(await journal.lease({ now: 1, until: 2, limit: 5 })).toEqual([]);
  expect(await journal.takeMessages({ now: 1, until: 2, limit: 5 })).toEqual([]);
  other.exec('rollback');
});
