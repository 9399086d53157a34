import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Makes the file when there is none, readable by its owner alone; SQLite gives the files beside it the same mode. */
export function makeFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/**
 * Opens a connection in which a commit is on the disk when it is done, and in which nothing waits: callers do,
 * `patiently`, because another process may be opening the new file as well, or repairing what a killed one left.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true });
  try {
    const mode = database.prepare('pragma journal_mode = wal').get();
    if (mode?.['journal_mode'] !== 'wal') throw new Error('the file system does not let SQLite keep a write-ahead log');
    // fullfsync is for macOS, where fsync leaves the data in the drive's cache. Checkpoints are made by `Checkpoints`.
    database.exec(`
      pragma synchronous = full;
      pragma fullfsync = on;
      pragma checkpoint_fullfsync = on;
      pragma wal_autocheckpoint = 0;
    `);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
