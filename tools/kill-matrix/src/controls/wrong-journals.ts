import type { Journal } from '@ducat/core';
import { numberOf } from '../scenarios/cards.ts';
import { methodsOf } from './journal-methods.ts';

/** Nothing is ever due, so nobody cleans up. */
export function withoutLeases(journal: Journal): Journal {
  return { ...methodsOf(journal), lease: () => Promise.resolve([]) };
}

/** Forgets an event as soon as somebody has taken it, and not when it is delivered. */
export function acknowledgedEarly(journal: Journal): Journal {
  return {
    ...methodsOf(journal),
    async takeMessages(request) {
      const messages = await journal.takeMessages(request);
      await journal.acknowledge(messages.map(({ sequence }) => sequence));
      return messages;
    },
  };
}

/** Keeps the card with the order, for support. */
export function cardInJournal(journal: Journal): Journal {
  const card = numberOf('approved', 'paymega');
  return {
    ...methodsOf(journal),
    append: (append) => {
      const events = append.events.map(({ type, at, data }) => {
        return { type, at, data: JSON.stringify({ ...(JSON.parse(data) as object), card }) };
      });
      return journal.append({ ...append, events });
    },
  };
}
