import type { Journal, JournalEvent, NewMessage, PaymentHistory } from '@ducat/core';
import type { JournalModel } from '../model/journal-model.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongOutside } from './mutant.ts';

/** Reads with something done to the history. */
const reading =
  (change: (history: PaymentHistory) => PaymentHistory) =>
  (journal: Journal): Partial<Journal> => ({
    read: async (payment) => {
      const history = await journal.read(payment);
      return history && change(history);
    },
  });

const eachEvent = (change: (event: JournalEvent) => JournalEvent): ((journal: Journal) => Partial<Journal>) =>
  reading(({ version, events }) => ({ version, events: events.map(change) }));

/** Appends with something done to every text. */
const storing =
  (change: (text: string) => string) =>
  (journal: Journal): Partial<Journal> => {
    const changed = <Entry extends JournalEvent | NewMessage>(entry: Entry): Entry => ({
      ...entry,
      data: change(entry.data),
    });
    return {
      append: (append) =>
        journal.append({ ...append, events: append.events.map(changed), messages: append.messages.map(changed) }),
    };
  };

/** Payments under a name that something was done to. */
const folding =
  (fold: (payment: string) => string) =>
  (journal: Journal): Partial<Journal> => ({
    append: (append) => journal.append({ ...append, payment: fold(append.payment) }),
    read: (payment) => journal.read(fold(payment)),
  });

const asJson = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
};

const exactly = 'data comes back character for character: any script, any spelling, halves of pairs escaped';

export const historyMutants: readonly JournalMutant[] = [
  wrongOutside(
    'reads the newest event first',
    'a history is every event in the order of appending, with its type, its time and its data',
    reading(({ version, events }) => ({ version, events: events.toReversed() })),
  ),
  wrongOutside(
    'reads a column that is no part of an event',
    'a history is every event in the order of appending, with its type, its time and its data',
    eachEvent((event) => ({ ...event, id: 1 })),
  ),
  wrongOutside(
    'has an empty history of every payment that there is not',
    'there is no history of what was never appended',
    (journal) => ({ read: async (payment) => (await journal.read(payment)) ?? { version: 0, events: [] } }),
  ),
  wrongOutside(
    'takes payments for the same whatever their case',
    'payments are told apart by every character of their names',
    folding((payment) => payment.toLowerCase()),
  ),
  wrongOutside(
    'keeps names of payments in a column of 255 characters',
    'payments are told apart by every character of their names',
    folding((payment) => payment.slice(0, 255)),
  ),
  wrongOutside('keeps JSON as JSON and not as text', exactly, storing(asJson)),
  wrongOutside(
    'normalises its texts',
    exactly,
    storing((text) => text.normalize()),
  ),
  wrongOutside(
    'ends its texts at NUL',
    exactly,
    storing((text) => text.split('\0')[0] ?? ''),
  ),
  wrongOutside(
    'keeps three bytes of a character and no more',
    exactly,
    storing((text) => text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?')),
  ),
  wrongOutside(
    'keeps 65,535 characters and no more',
    'data of a million characters comes back whole',
    storing((text) => text.slice(0, 65_535)),
  ),
  wrongOutside(
    'reads one page of events',
    'a thousand events are as good as one',
    reading(({ version, events }) => ({ version, events: events.slice(0, 500) })),
  ),
  wrongOutside(
    'keeps times in 32 bits',
    'times are kept exactly, from the epoch to the end of whole numbers',
    eachEvent((event) => ({ ...event, at: event.at | 0 })),
  ),
  wrongOutside(
    'gives its own objects away',
    'a history that was read is the reader’s own: changing it changes no other',
    (_journal: Journal, model: JournalModel) => ({
      read: async (payment) => {
        const events = model.paymentList.find((each) => each.payment === payment)?.events;
        return events && { version: events.length, events };
      },
    }),
  ),
];
