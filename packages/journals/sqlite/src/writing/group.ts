import type { DatabaseSync } from 'node:sqlite';
import { patiently, rollBack } from '../database/busy.ts';
import { Checkpoints } from '../database/checkpoints.ts';
import { openDatabase } from '../database/open.ts';
import { Store } from '../database/store.ts';
import type { Task, TaskResult, TaskValues } from './task.ts';

interface Connection {
  readonly store: Store;
  readonly checkpoints: Checkpoints;
}

export interface GroupOptions {
  readonly file: string;
  readonly busyTimeoutMilliseconds: number;
  /** The version of the schema that this code knows. */
  readonly version: number;
}

/** Performs groups of tasks, each group in one transaction, each task in it all or nothing. */
export class GroupWriter {
  readonly #options: GroupOptions;
  #connection: Connection | undefined;

  constructor(options: GroupOptions) {
    this.#options = options;
  }

  /** `answer` is called as soon as the group is on the disk, before the log is tidied. */
  perform(tasks: readonly Task[], answer: (results: readonly TaskResult[]) => void): void {
    answer(this.#write(tasks));
    try {
      this.#connection?.checkpoints.afterCommit(charactersIn(tasks));
    } catch {
      // What was answered is in the log; whoever tidies next tells what is wrong with the disk, if it still is.
      this.close();
    }
  }

  close(): void {
    const database = this.#connection?.store.database;
    this.#connection = undefined;
    try {
      database?.close();
    } catch {
      // A connection that cannot be closed is not used again.
    }
  }

  #write(tasks: readonly Task[]): readonly TaskResult[] {
    let values: readonly TaskValues[Task['kind']][];
    let store: Store | undefined;
    try {
      store = patiently(this.#options.busyTimeoutMilliseconds, () => this.#begin(tasks));
    } catch (error) {
      return this.#failed(tasks, error);
    }
    if (store === undefined) return tasks.map(() => ({ value: [] }));
    const { database } = store;
    try {
      values = tasks.map((task) => carryOut(store, task));
    } catch (error) {
      const failed = this.#failed(tasks, error);
      // Nothing was committed for certain, so that the neighbours of the one that cannot be written go on without it.
      return tasks.length === 1 ? failed : tasks.flatMap((task) => this.#write([task]));
    }
    try {
      database.exec('commit');
    } catch (error) {
      return this.#failed(tasks, error);
    }
    return values.map((value) => ({ value }));
  }

  /** Begins a transaction, unless there is nothing to write. */
  #begin(tasks: readonly Task[]): Store | undefined {
    this.#connection ??= connectionTo(this.#options.file);
    const { store } = this.#connection;
    if (!tasks.some((task) => hasWork(store, task))) return undefined;
    store.database.exec('begin immediate');
    this.#requireVersion(store.database);
    return store;
  }

  /** The file may have been migrated by a newer version of this package while this one is at work. */
  #requireVersion(database: DatabaseSync): void {
    const found = Number(database.prepare('pragma user_version').get()?.['user_version']);
    if (found !== this.#options.version) throw new Error(`its schema has become version ${found} meanwhile`);
  }

  /** Undoes the transaction and gives the connection up: it is not known what state it is in. */
  #failed(tasks: readonly Task[], error: unknown): readonly TaskResult[] {
    try {
      if (this.#connection !== undefined) rollBack(this.#connection.store.database);
    } catch {
      // Closing undoes it as well.
    }
    this.close();
    const failure = error instanceof Error ? error.message : String(error);
    return tasks.map(() => ({ failure }));
  }
}

function connectionTo(file: string): Connection {
  const database = openDatabase(file);
  try {
    return { store: new Store(database), checkpoints: new Checkpoints(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether the task would write anything: whoever only asks in vain needs no lock. */
function hasWork(store: Store, task: Task): boolean {
  if (task.kind === 'lease') return store.payments.hasDue(task.request.now);
  if (task.kind === 'takeMessages') return store.messages.hasFree(task.request.now);
  return true;
}

function carryOut(store: Store, task: Task): TaskValues[Task['kind']] {
  switch (task.kind) {
    case 'append':
      return store.append(task.append);
    case 'lease':
      return store.payments.lease(task.request);
    case 'takeMessages':
      return store.messages.take(task.request);
    case 'acknowledge':
      store.messages.acknowledge(task.sequences);
      return undefined;
  }
}

function charactersIn(tasks: readonly Task[]): number {
  let characters = 0;
  for (const task of tasks) {
    if (task.kind !== 'append') continue;
    for (const { data } of task.append.events) characters += data.length;
    for (const { data } of task.append.messages) characters += data.length;
  }
  return characters;
}
