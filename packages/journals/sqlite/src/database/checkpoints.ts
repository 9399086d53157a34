import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Rows and pages of text after which the log is brought into the database: some megabytes of log. */
const interval = 4_000;
/** Pages of log at which other writers are made to wait: without that a log that is always in use only grows. */
const patience = 16_000;
const charactersOnPage = 4_096;

/** Moves the write-ahead log into the database, between transactions instead of within somebody's commit. */
export class Checkpoints {
  readonly #database: DatabaseSync;
  readonly #changes: StatementSync;
  #changesBefore = 0;
  #pages = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#changes = database.prepare('select total_changes() as changes');
  }

  /** To be called after a commit that wrote this much text. */
  afterCommit(characters: number): void {
    this.#pages += characters / charactersOnPage;
    const changes = Number(this.#changes.get()?.['changes']);
    if (changes - this.#changesBefore + this.#pages < interval) return;
    this.#changesBefore = changes;
    this.#pages = 0;
    if (this.#run('passive') > patience) this.#run('restart');
  }

  /** The log's length in pages. Where others are at work it is left to them, or to the next time. */
  #run(mode: 'passive' | 'restart'): number {
    const result = this.#database.prepare(`pragma wal_checkpoint(${mode})`).get();
    return Number(result?.['log']);
  }
}
