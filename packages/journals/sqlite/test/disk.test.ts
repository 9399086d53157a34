import { chmodSync, chownSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { full, newFile, openDatabase, openJournal } from './folder.ts';
import { start, startWithSmallFiles } from './processes/child.ts';

test('a disk that takes no more rejects with journal_failed; everything told before is there, nothing is torn', async () => {
  const file = newFile();
  // 8,192 blocks are 4 or 8 megabytes, by the shell.
  const lines = await startWithSmallFiles(8_192, 'append-forever.ts', file, 'a', '20000').ended;
  expect(lines.at(-1)).toMatch(/^failed journal_failed .*(disk|full|I\/O)/);
  const told = new Map(lines.slice(0, -1).map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]));
  expect(told.size).toBeGreaterThan(20);
  const journal = openJournal(file);
  for (const [payment, version] of told) {
    expect((await journal.read(payment))?.version ?? 0, payment).toBeGreaterThanOrEqual(version);
  }
  for (const payment of await journal.payments({ limit: 10_000 })) {
    expect([2, 3], payment).toContain((await journal.read(payment))?.version);
  }
  expect(openDatabase(file).prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(await journal.append(full('next', 0))).toEqual({ status: 'appended', version: 1 });
}, 60_000);

test('a file that may only be read is refused in words', async () => {
  const file = newFile();
  await openJournal(file).append(full('one', 0));
  const nobody = 65_534;
  chmodSync(dirname(file), 0o755);
  if (process.getuid?.() === 0) chownSync(dirname(file), nobody, nobody);
  chmodSync(file, 0o444);
  const [line] = await start('open-as-nobody.ts', file, String(nobody)).ended;
  expect(line).toMatch(/^journal_failed .*permission denied/);
});
