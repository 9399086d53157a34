import { resolve } from 'node:path';
import type {
  AppendResult,
  Journal,
  JournalAppend,
  JournalName,
  LeaseRequest,
  OutboxMessage,
  PageRequest,
  PaymentHistory,
} from '@ducat/core';
import { DucatError, checkAppend, checkLease, checkName, checkPage, invalidRequest } from '@ducat/core';
import { readOptions } from '@ducat/validation';
import { patiently } from './database/busy.ts';
import { migrate } from './database/migrate.ts';
import { migrations } from './database/migrations.ts';
import { makeFile, openDatabase } from './database/open.ts';
import { Store } from './database/store.ts';
import type { SqliteJournalOptions, SqliteJournalSettings } from './options.ts';
import { sqliteJournalSettings } from './options.ts';
import type { Task, TaskValues } from './writing/task.ts';
import { WritingThread } from './writing/writing-thread.ts';

/** Readers wait for nobody but a process that repairs the log of one that was killed: some milliseconds. */
const readTimeoutMilliseconds = 1_000;

/**
 * Opens the journal in this file, any number of which may be open at once, in this process or in others on this machine.
 *
 * @throws DucatError `invalid_options` that names every wrong option, or `journal_failed` that says why the file cannot
 * be used: it cannot be written, is not a journal, or was written by a newer version of this package.
 */
export function createSqliteJournal(options: SqliteJournalOptions): Journal {
  const { file, ...others } = readOptions(sqliteJournalSettings, options);
  const settings = { ...others, file: resolve(file) };
  try {
    return new SqliteJournal(settings, openPatiently(settings));
  } catch (cause) {
    throw failed(settings.file, cause instanceof Error ? cause.message : String(cause), 'none');
  }
}

function openPatiently({ file, busyTimeoutMilliseconds }: SqliteJournalSettings): Store {
  makeFile(file);
  return patiently(busyTimeoutMilliseconds, () => openMigrated(file));
}

function openMigrated(file: string): Store {
  const database = openDatabase(file);
  try {
    migrate(database, migrations);
    // This connection reads only: what is to be written goes to the other thread.
    database.exec(`pragma busy_timeout = ${readTimeoutMilliseconds}; pragma query_only = on`);
    return new Store(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

class SqliteJournal implements Journal {
  readonly #file: string;
  readonly #reading: Store;
  readonly #writing: WritingThread;
  #closing: Promise<void> | undefined;

  constructor(settings: SqliteJournalSettings, reading: Store) {
    this.#file = settings.file;
    this.#reading = reading;
    this.#writing = new WritingThread({ ...settings, version: migrations.length });
  }

  async append(append: JournalAppend): Promise<AppendResult> {
    checkAppend(append);
    return this.#write({ kind: 'append', append: copyOf(append) });
  }

  async read(payment: string): Promise<PaymentHistory | undefined> {
    return this.#read(({ events }) => events.read(payment));
  }

  async find(name: JournalName): Promise<string | undefined> {
    checkName(name);
    return this.#read(({ names }) => names.ownerOf(name));
  }

  async lease({ now, until, limit }: LeaseRequest): Promise<readonly string[]> {
    checkLease({ now, until, limit });
    return this.#write({ kind: 'lease', request: { now, until, limit } });
  }

  async reviews(page: PageRequest): Promise<readonly string[]> {
    return this.#page(page, ({ payments }) => payments.reviews(page));
  }

  async payments(page: PageRequest): Promise<readonly string[]> {
    return this.#page(page, ({ payments }) => payments.page(page));
  }

  async takeMessages({ now, until, limit }: LeaseRequest): Promise<readonly OutboxMessage[]> {
    checkLease({ now, until, limit });
    return this.#write({ kind: 'takeMessages', request: { now, until, limit } });
  }

  async acknowledge(sequences: readonly number[]): Promise<void> {
    await this.#write({ kind: 'acknowledge', sequences: [...sequences] });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#reading.database.close();
    await this.#writing.close();
  }

  async #write<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>): Promise<TaskValues[Kind]> {
    this.#requireOpen();
    try {
      return await this.#writing.perform<Kind>(task);
    } catch (reason) {
      throw failed(this.#file, String(reason), 'possible');
    }
  }

  #page(page: PageRequest, read: (store: Store) => readonly string[] | undefined): readonly string[] {
    checkPage(page);
    const payments = this.#read(read);
    if (payments === undefined) throw invalidRequest('after', 'names no payment of this journal');
    return payments;
  }

  #read<Value>(read: (store: Store) => Value): Value {
    this.#requireOpen();
    try {
      return read(this.#reading);
    } catch (reason) {
      if (DucatError.is(reason)) throw reason;
      throw failed(this.#file, reason instanceof Error ? reason.message : String(reason), 'possible');
    }
  }

  #requireOpen(): void {
    if (this.#closing !== undefined) throw failed(this.#file, 'it is closed', 'possible');
  }
}

/** What is written is what was there at the call, and nothing that a thread could not be sent. */
function copyOf({ payment, expectedVersion, events, names, due, review, messages }: JournalAppend): JournalAppend {
  return {
    payment,
    expectedVersion,
    events: events.map(({ type, at, data }) => ({ type, at, data })),
    names: names.map(({ kind, value }) => ({ kind, value })),
    due,
    review,
    messages: messages.map(({ type, at, data }) => ({ type, at, data })),
  };
}

function failed(file: string, reason: string, effect: 'none' | 'possible'): DucatError {
  return new DucatError({ code: 'journal_failed', message: `the journal in ${file} failed: ${reason}`, effect });
}
