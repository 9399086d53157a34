import type { Journal, JournalAppend } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';

/** A journal whose appends wait for a word, or fail, when they are told to. */
export interface SlowJournal extends Journal {
  before: () => Promise<void>;
}

export function slowJournal(): SlowJournal {
  const journal = createMemoryJournal();
  const slow: SlowJournal = {
    before: async () => undefined,
    append: async (entry: JournalAppend) => {
      await slow.before();
      return await journal.append(entry);
    },
    read: (payment) => journal.read(payment),
    find: (name) => journal.find(name),
    lease: (request) => journal.lease(request),
    reviews: (page) => journal.reviews(page),
    payments: (page) => journal.payments(page),
    takeMessages: (request) => journal.takeMessages(request),
    acknowledge: (sequences) => journal.acknowledge(sequences),
    close: () => journal.close(),
  };
  return slow;
}
