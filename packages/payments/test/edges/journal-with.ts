import type { Journal } from '@ducat/core';

/** A journal of which some methods are others. */
export function journalWith(journal: Journal, others: Partial<Journal>): Journal {
  return {
    append: (append) => journal.append(append),
    read: (payment) => journal.read(payment),
    find: (name) => journal.find(name),
    lease: (request) => journal.lease(request),
    reviews: (page) => journal.reviews(page),
    payments: (page) => journal.payments(page),
    takeMessages: (request) => journal.takeMessages(request),
    acknowledge: (sequences) => journal.acknowledge(sequences),
    close: () => journal.close(),
    ...others,
  };
}
