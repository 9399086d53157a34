import type { Journal } from '@ducat/core';

/** The methods of a journal by themselves, so that some can be replaced: a journal may be an object of a class. */
export function methodsOf(journal: Journal): Journal {
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
  };
}
