import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Journal, JournalAppend } from '@ducat/core';
import type { SqliteJournalOptions } from '@ducat/journal-sqlite';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { onTestFinished } from 'vitest';

/** The path of a file that there is not yet, in a folder that goes with the test. */
export function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'journal.db');
}

/** A journal that the test need not close. */
export function openJournal(file: string, options: Partial<SqliteJournalOptions> = {}): Journal {
  const journal = createSqliteJournal({ file, ...options });
  onTestFinished(() => journal.close());
  return journal;
}

/** Another's connection to the file. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  return database;
}

/** An append with one event and a name, a due, a review and a message that say whose they are. */
export function full(payment: string, expectedVersion: number, type: string = 'step'): JournalAppend {
  const entry = { type, at: 1, data: payment };
  const names = [{ kind: 'operation' as const, value: payment }];
  return { payment, expectedVersion, events: [entry], names, due: 5, review: true, messages: [entry] };
}
