import type { AppendResult, Journal, JournalAppend } from '@ducat/core';

/** Who wants to know what a journal does. */
export interface JournalWatch {
  readonly appended: (append: JournalAppend) => void;
  readonly failed: (method: string, error: unknown) => void;
}

/** The journal, with its appends and failures told. */
export function watchedJournal(journal: Journal, { appended, failed }: JournalWatch): Journal {
  function watched<Value>(method: string, call: () => Promise<Value>): Promise<Value> {
    return call().catch((error: unknown) => {
      failed(method, error);
      throw error;
    });
  }
  async function append(entry: JournalAppend): Promise<AppendResult> {
    const result = await watched('append', () => journal.append(entry));
    if (result.status === 'appended') appended(entry);
    return result;
  }
  return {
    append,
    read: (payment) => watched('read', () => journal.read(payment)),
    find: (name) => watched('find', () => journal.find(name)),
    lease: (request) => watched('lease', () => journal.lease(request)),
    reviews: (page) => watched('reviews', () => journal.reviews(page)),
    payments: (page) => watched('payments', () => journal.payments(page)),
    takeMessages: (request) => watched('takeMessages', () => journal.takeMessages(request)),
    acknowledge: (sequences) => watched('acknowledge', () => journal.acknowledge(sequences)),
    close: () => journal.close(),
  };
}
