import { join } from 'node:path';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import type { Client, Surroundings } from './client.ts';
import { openEngine } from './engine.ts';

/** The engine as it is used: every record on the disk before anything is sent. */
export async function openEngineOnSqlite({ addresses, folder }: Surroundings): Promise<Client> {
  return openEngine(addresses, createSqliteJournal({ file: join(folder, 'journal.sqlite') }));
}
