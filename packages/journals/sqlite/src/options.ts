import { z } from 'zod';

/** Where a journal is kept. */
export interface SqliteJournalOptions {
  /**
   * Path of the database file, on a disk of this machine: the processes that share it share memory, which no network
   * drive carries. It is made, for its owner alone, when there is none; its folder is not.
   */
  readonly file: string;
  /** How long a write may wait for other processes that are writing to the same file. Default 5,000. */
  readonly busyTimeoutMilliseconds?: number;
}

/** The options with their defaults. */
export interface SqliteJournalSettings {
  readonly file: string;
  readonly busyTimeoutMilliseconds: number;
}

export const sqliteJournalSettings: z.ZodType<SqliteJournalSettings> = z.strictObject({
  file: z
    .string('must be the path of a file')
    .min(1, 'must be the path of a file')
    .refine((path) => !path.includes('\0'), 'must be the path of a file')
    .refine((path) => path !== ':memory:', 'would be forgotten with the process: use @ducat/journal-memory for that')
    .refine((path) => !path.startsWith('file:'), 'must be a path and not a URL'),
  busyTimeoutMilliseconds: z.int('must be whole milliseconds').min(0).max(600_000).default(5_000),
});
