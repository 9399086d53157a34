import type { Journal } from '@ducat/core';

/** A journal that tells which payment has news, as soon as they are durable. */
export function watchedJournal(journal: Journal, changed: (payment: string) => void): Journal {
  return {
    async append(entry) {
      const result = await journal.append(entry);
      if (result.status === 'appended') changed(entry.payment);
      return result;
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
}
