import { createSqliteJournal } from '@ducat/journal-sqlite';

const journal = createSqliteJournal({ file: process.argv[2] ?? '' });
const event = { type: 'step', at: 1, data: '' };
const append = {
  payment: 'one',
  expectedVersion: 0,
  events: [event],
  names: [],
  due: undefined,
  review: false,
  messages: [],
};
process.stdout.write(`${(await journal.append(append)).status}\n`);
