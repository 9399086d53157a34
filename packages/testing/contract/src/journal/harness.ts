import type { Journal } from '@ducat/core';

/** A place where one journal is kept: a file, a schema of a database, the memory of this process. */
export interface JournalHome {
  /**
   * Opens the journal; the first time it is empty. Called again only where `opensAgain` says so, while the journal is
   * open as well as after it was closed: as another process would.
   */
  open(): Journal | Promise<Journal>;
  /** Takes the place away. Everything that was opened is closed by then. */
  remove(): void | Promise<void>;
}

/** What the author of a journal provides. */
export interface JournalHarness {
  /** A new place for every promise. */
  create(): JournalHome | Promise<JournalHome>;
  /** Whether a second opening is the same journal; one in memory has none. What follows is then not provable. */
  readonly opensAgain: boolean;
}
