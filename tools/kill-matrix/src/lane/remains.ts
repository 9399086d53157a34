import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { leaksIn } from '../invariants/leaks.ts';

/** An event as it stands in the file. */
export interface StoredEvent {
  readonly version: number;
  readonly type: string;
  readonly at: number;
  readonly data: string;
}

/** What is found on the disk when a process is dead. */
export interface Remains {
  /** All events of the journal, oldest first; a journal of the matrix has one payment. */
  readonly events: readonly StoredEvent[];
  /** What stands in the bytes that may not stand there. */
  readonly leaks: readonly string[];
  /** What SQLite finds wrong with the file. */
  readonly damage: readonly string[];
}

/** Looks at a copy: opening the journal itself would repair what the next process has to repair. */
export async function lookAt(folder: string): Promise<Remains> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(journalName));
  const copy = join(folder, 'copy');
  await mkdir(copy);
  const leaks: string[] = [];
  for (const name of names) {
    await cp(join(folder, name), join(copy, name));
    for (const leak of leaksIn(await readFile(join(copy, name)))) leaks.push(`${leak} in ${name}`);
  }
  try {
    return { leaks, ...readCopy(join(copy, journalName)) };
  } finally {
    await rm(copy, { recursive: true });
  }
}

export const journalName = 'journal.sqlite';

function readCopy(file: string): Omit<Remains, 'leaks'> {
  const database = new DatabaseSync(file);
  try {
    // Nobody needs the copy after a power failure.
    database.exec('pragma synchronous = off');
    const checked = database
      .prepare('pragma integrity_check')
      .all()
      .map((row) => String(Object.values(row)[0]));
    const rows = database.prepare('select version, type, at, data from events order by payment, version').all();
    return {
      events: rows as unknown as readonly StoredEvent[],
      damage: checked.filter((line) => line !== 'ok'),
    };
  } finally {
    database.close();
  }
}
