import { strict as assert } from 'node:assert';
import type { Journal } from '@ducat/core';
import { appended, noon, operation, step, times } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('closing');

const lease = { now: noon, until: noon + 60, limit: 5 };

const calls: Readonly<Record<Exclude<keyof Journal, 'close'>, (journal: Journal) => Promise<unknown>>> = {
  append: (journal) => journal.append(step('one', 1)),
  read: (journal) => journal.read('one'),
  find: (journal) => journal.find(operation('key')),
  lease: (journal) => journal.lease(lease),
  reviews: (journal) => journal.reviews({ limit: 5 }),
  payments: (journal) => journal.payments({ limit: 5 }),
  takeMessages: (journal) => journal.takeMessages(lease),
  acknowledge: (journal) => journal.acknowledge([1]),
};

export const closingPromises: readonly JournalPromise[] = [
  promise('a closed journal rejects every call with journal_failed', async ({ journal }) => {
    await appended(journal, step('one', 0, { due: noon }));
    await journal.close();
    for (const [name, call] of Object.entries(calls)) {
      await assert.rejects(call(journal), { name: 'DucatError', code: 'journal_failed' }, name);
    }
  }),

  promise('what was asked for before the closing is done, and closing waits for it', async ({ journal }) => {
    let done = 0;
    const appending = Promise.all(
      times(20, async (index) => {
        const { status } = await journal.append(step(`payment ${index}`, 0));
        if (status === 'appended') done += 1;
      }),
    );
    appending.catch(() => undefined);
    await journal.close();
    assert.equal(done, 20);
    await appending;
  }),

  promise('closing again does nothing', async ({ journal }) => {
    await Promise.all([journal.close(), journal.close()]);
    await journal.close();
  }),
];
