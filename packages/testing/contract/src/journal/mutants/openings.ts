import type { Journal, JournalAppend } from '@ducat/core';
import { JournalModel } from '../model/journal-model.ts';
import { referenceJournalHarness } from '../model/reference.ts';
import { turn } from '../turn.ts';
import type { JournalMutant } from './mutant.ts';
import { wrongOutside } from './mutant.ts';

/** Every opening is another journal, which begins with what this takes over from the one before. */
function reopening(name: string, promise: string, carriedOver: (before: JournalModel) => JournalModel): JournalMutant {
  const create = (): { open: () => Promise<Journal>; remove: () => void } => {
    let model = new JournalModel();
    return {
      open: async () => {
        model = carriedOver(model);
        return (
          await referenceJournalHarness()
            .withModel(() => model)
            .create()
        ).open();
      },
      remove: () => undefined,
    };
  };
  return { name, promise, harness: { opensAgain: true, create } };
}

/** A copy of the model with other lists. */
function copyOf(model: JournalModel, change: (copy: JournalModel) => void = () => undefined): JournalModel {
  const copy = new JournalModel();
  copy.paymentList.push(...structuredClone(model.paymentList));
  copy.nameList.push(...model.nameList);
  copy.messageList = structuredClone(model.messageList);
  copy.lastSequence = model.lastSequence;
  change(copy);
  return copy;
}

const locked = new Error('database is locked');

export const openingMutants: readonly JournalMutant[] = [
  reopening(
    'keeps nothing',
    'everything that was appended is there when the journal is opened again',
    () => new JournalModel(),
  ),
  reopening(
    'keeps the outbox in memory',
    'everything that was appended is there when the journal is opened again',
    (before) => copyOf(before, (copy) => (copy.messageList = [])),
  ),
  reopening(
    'keeps in memory what was taken',
    'leases, and messages that were taken or acknowledged, are so when it is opened again',
    (before) => copyOf(before, (copy) => copy.messageList.forEach((each) => (each.until = -Infinity))),
  ),
  reopening(
    'counts its messages anew',
    'the number of a message that is gone is not given to another after it is opened again',
    (before) => copyOf(before, (copy) => (copy.lastSequence = copy.messageList.at(-1)?.message.sequence ?? 0)),
  ),
  wrongOutside(
    'reads from a copy that is behind',
    'what one opening has appended another sees at once',
    (journal, model) => {
      let behind = copyOf(model);
      return {
        append: (append) => journal.append(append).finally(() => (behind = copyOf(model))),
        read: async (payment) => behind.read(payment),
      };
    },
  ),
  wrongOutside('writes each event for itself', 'another opening never sees a part of an append', (journal) => ({
    append: async (append) => {
      let result = await journal.append({ ...append, events: append.events.slice(0, 1) });
      for (const event of append.events.slice(1)) {
        if (result.status !== 'appended') break;
        result = await journal.append({ ...append, events: [event], expectedVersion: result.version });
      }
      return result;
    },
  })),
  wrongOutside(
    'locks its own writers out, and not those of another opening',
    'of a hundred appends at the same version from two openings exactly one wins',
    (_journal, model) => lockingOnlyItself((append) => model.objectionTo(append), model),
  ),
  wrongOutside(
    'remembers by itself which names are given',
    'of payments that want a name from two openings exactly one gets it',
    (_journal, model) => lockingOnlyItself((append) => model.takenBy(append), model),
  ),
  wrongOutside(
    'leases what this opening has not leased',
    'two openings that lease at the same moment never get the same payment',
    (_journal, model) => {
      const leases = new Map<string, number>();
      return {
        lease: async ({ now, until, limit }) => {
          const due = model.dueAt(now).filter(({ payment }) => (leases.get(payment) ?? 0) <= now);
          const leased = due.slice(0, limit).map(({ payment }) => payment);
          for (const payment of leased) leases.set(payment, until);
          return leased;
        },
      };
    },
  ),
  wrongOutside(
    'takes what this opening has not taken',
    'two openings that take messages at the same moment never get the same one',
    (_journal, model) => {
      const taken = new Map<number, number>();
      return {
        takeMessages: async ({ now, until, limit }) => {
          const free = model.messageList.filter((each) => model.isFirst(each)).map(({ message }) => message);
          const own = free.filter(({ sequence }) => (taken.get(sequence) ?? 0) <= now).slice(0, limit);
          for (const { sequence } of own) taken.set(sequence, until);
          return own;
        },
      };
    },
  ),
  wrongOutside(
    'answers appends before they are written',
    'what was asked for before the closing is there when it is opened again',
    (journal) => {
      let isClosed = false;
      return {
        append: async (append) => {
          void turn().then(() => (isClosed ? undefined : journal.append(append)));
          return { status: 'appended', version: append.expectedVersion + append.events.length };
        },
        close: async () => {
          isClosed = true;
          await journal.close();
        },
      };
    },
  ),
  {
    name: 'closes what others have open',
    promise: 'one opening that is closed leaves the others open',
    harness: {
      opensAgain: true,
      create: () => {
        const only = referenceJournalHarness().create();
        const journal = Promise.resolve(only).then((home) => home.open());
        return { open: () => journal, remove: () => undefined };
      },
    },
  },
  wrongOutside(
    'gives up when another opening is writing',
    'appends at random from two openings do what they do in some order',
    (_journal, model) => ({
      append: async (append) => {
        const before = model.paymentList.length;
        await turn();
        if (model.paymentList.length !== before) throw locked;
        return model.append(append);
      },
    }),
  ),
];

/** Its own appends wait for each other; between them and another opening's there is nothing. */
function lockingOnlyItself(
  objectionTo: (append: JournalAppend) => Awaited<ReturnType<Journal['append']>> | undefined,
  model: JournalModel,
): Partial<Journal> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    append: (append) => {
      const result = last.then(async () => {
        const objection = objectionTo(append);
        await turn();
        return objection ?? model.write(append);
      });
      last = result;
      return result;
    },
  };
}
