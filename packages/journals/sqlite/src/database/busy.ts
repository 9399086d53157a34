import type { DatabaseSync } from 'node:sqlite';

const primaryCode = 0xff;
const busy = 5;

/** Whether the error says that another connection is at work, and nothing else is wrong. */
function isBusy(error: unknown): boolean {
  const code = (error as { readonly errcode?: unknown } | undefined)?.errcode;
  return typeof code === 'number' && (code & primaryCode) === busy;
}

const sleeping = new Int32Array(new SharedArrayBuffer(4));

/**
 * Tries again, every millisecond or so, while other connections are at work. It blocks its thread. SQLite's own waiting
 * is not used: it sleeps for up to 100 ms at a time, and some of its locks do not wait at all.
 */
export function patiently<Value>(milliseconds: number, attempt: () => Value): Value {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
      Atomics.wait(sleeping, 0, 0, 0.2 + Math.random() * 1.5);
    }
  }
}

/** Undoes what is open, if SQLite has not done so itself. */
export function rollBack(database: DatabaseSync): void {
  if (database.isTransaction) database.exec('rollback');
}
