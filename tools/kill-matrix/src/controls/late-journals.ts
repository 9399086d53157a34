import type { AppendResult, Journal, JournalAppend } from '@ducat/core';
import { methodsOf } from './journal-methods.ts';

/** Writes what is about to be sent down only together with what came back. */
export function journalAfterCall(journal: Journal): Journal {
  return late(journal, ({ events }) =>
    events.every(({ type }) => type === 'operation_begun' || type === 'attempt_begun'),
  );
}

/** Answers every append before it is written, as a journal does that does not wait for the disk. */
export function writtenBehind(journal: Journal): Journal {
  return late(journal, () => true);
}

/** Holds appends back, says that they are durable, and writes them when somebody asks for what is there. */
function late(journal: Journal, isHeldBack: (append: JournalAppend) => boolean): Journal {
  const held: JournalAppend[] = [];

  async function flush(): Promise<void> {
    for (let append = held.shift(); append !== undefined; append = held.shift()) await journal.append(append);
  }

  return {
    ...methodsOf(journal),
    async append(append): Promise<AppendResult> {
      if (isHeldBack(append)) {
        held.push(append);
        return { status: 'appended', version: append.expectedVersion + append.events.length };
      }
      await flush();
      return await journal.append(append);
    },
    async read(payment) {
      await flush();
      return await journal.read(payment);
    },
    async lease(request) {
      await flush();
      return await journal.lease(request);
    },
    async close() {
      await flush();
      await journal.close();
    },
  };
}
