import type { AppendResult, Journal, JournalAppend } from '@ducat/core';

/** What happens to one append. */
export type JournalMishap = 'rejected' | 'written_and_rejected';

/** A journal that goes wrong when it is told to. */
export interface ShakyJournal extends Journal {
  /** The next appends meet these; `undefined` is none. */
  next(...mishaps: readonly (JournalMishap | undefined)[]): void;
  /** How many appends there were. */
  readonly appends: number;
  /** Runs before the append with this number, from 1. */
  before(append: number, task: () => Promise<void>): void;
}

export function shakyJournal(journal: Journal): ShakyJournal {
  const mishaps: (JournalMishap | undefined)[] = [];
  const tasks = new Map<number, () => Promise<void>>();
  let appends = 0;
  async function append(entry: JournalAppend): Promise<AppendResult> {
    appends += 1;
    const mishap = mishaps.shift();
    await tasks.get(appends)?.();
    if (mishap === 'rejected') throw new Error('disk full');
    const result = await journal.append(entry);
    if (mishap === 'written_and_rejected') throw new Error('connection to the database lost');
    return result;
  }
  return {
    append,
    get appends() {
      return appends;
    },
    next: (...added) => void mishaps.push(...added),
    before: (number, task) => void tasks.set(number, task),
    read: (payment) => journal.read(payment),
    find: (name) => journal.find(name),
    lease: (request) => journal.lease(request),
    reviews: (page) => journal.reviews(page),
    payments: (page) => journal.payments(page),
    takeMessages: (request) => journal.takeMessages(request),
    acknowledge: (sequences) => journal.acknowledge(sequences),
    close: () => journal.close(),
  };
}
