import type { Journal } from '@ducat/core';
import type { Steps } from './steps.ts';

/** The journal, with a step at every call. */
export function steppingJournal(journal: Journal, steps: Steps): Journal {
  return {
    append: (append) => {
      const what = append.events.map(({ type }) => type).join(', ');
      return steps.around('append', what, () => journal.append(append));
    },
    read: (payment) => steps.around('read', 'read', () => journal.read(payment)),
    find: (name) => steps.around('find', `find ${name.kind}`, () => journal.find(name)),
    lease: (request) => steps.around('lease', 'lease', () => journal.lease(request)),
    reviews: (page) => steps.around('page', 'reviews', () => journal.reviews(page)),
    payments: (page) => steps.around('page', 'payments', () => journal.payments(page)),
    takeMessages: (request) => steps.around('takeMessages', 'takeMessages', () => journal.takeMessages(request)),
    acknowledge: (sequences) => steps.around('acknowledge', 'acknowledge', () => journal.acknowledge(sequences)),
    close: () => journal.close(),
  };
}
