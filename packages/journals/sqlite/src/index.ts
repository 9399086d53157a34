export type { SqliteJournalOptions } from './options.ts';
export { createSqliteJournal } from './sqlite-journal.ts';
