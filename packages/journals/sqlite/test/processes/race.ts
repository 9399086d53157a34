import { createSqliteJournal } from '@ducat/journal-sqlite';

// Appends to one payment against other processes until it has so many events, and prints each version that it won.
const [file = '', length = ''] = process.argv.slice(2);
const journal = createSqliteJournal({ file });
for (let version = 0; version < Number(length);) {
  const event = { type: 'step', at: 1, data: String(process.pid) };
  const names = [{ kind: 'operation' as const, value: `version ${version}` }];
  const append = {
    payment: 'one',
    expectedVersion: version,
    events: [event],
    names,
    due: 1,
    review: false,
    messages: [event],
  };
  const result = await journal.append(append);
  if (result.status === 'taken') throw new Error('a name is taken by its own payment');
  if (result.status === 'appended') process.stdout.write(`${version}\n`);
  ({ version } = result);
}
await journal.close();
