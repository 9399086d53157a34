import { strict as assert } from 'node:assert';
import type { Journal, PageRequest } from '@ducat/core';
import { appended, lookDuring, noon, step, times } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('pages');

async function pagesOf(journal: Journal, list: 'payments' | 'reviews', limit: number): Promise<readonly string[]> {
  const all: string[] = [];
  while (all.length < 1000) {
    const after = all.at(-1);
    const page: PageRequest = after === undefined ? { limit } : { after, limit };
    const payments = await journal[list](page);
    assert(payments.length <= limit, `a page of ${limit} has ${payments.length}`);
    if (payments.length === 0) break;
    all.push(...payments);
  }
  return all;
}

export const pagePromises: readonly JournalPromise[] = [
  promise('all payments are listed, each once, in the order of their first events', async ({ journal }) => {
    assert.deepEqual(await journal.payments({ limit: 10 }), []);
    // Not in the order of their names, nor of their last events.
    const payments = times(25, (index) => `payment ${(index * 7) % 25}`);
    for (const payment of payments) await appended(journal, step(payment, 0));
    for (const payment of payments.toReversed()) await appended(journal, step(payment, 1));
    for (const limit of [1, 2, 7, 24, 25, 26, 1000]) {
      assert.deepEqual(await pagesOf(journal, 'payments', limit), payments, `in pages of ${limit}`);
    }
  }),

  promise('the payments in review are those whose last append said so, and no others', async ({ journal }) => {
    await appended(journal, step('never', 0), step('always', 0, { review: true }));
    await appended(journal, step('resolved', 0, { review: true }), step('later', 0));
    await appended(journal, step('later', 1, { review: true }), step('resolved', 1));
    await appended(journal, step('always', 1, { review: true }));
    assert.deepEqual(await journal.reviews({ limit: 10 }), ['always', 'later']);
  }),

  promise('pages of reviews hold each once, in the order of their first events', async ({ journal }) => {
    const payments = times(30, (index) => `payment ${(index * 7) % 30}`);
    for (const [index, payment] of payments.entries()) await appended(journal, step(payment, 0, { review: index < 3 }));
    for (const payment of payments.slice(3).toReversed()) await appended(journal, step(payment, 1, { review: true }));
    for (const limit of [1, 4, 29, 30, 31]) {
      assert.deepEqual(await pagesOf(journal, 'reviews', limit), payments, `in pages of ${limit}`);
    }
  }),

  promise('a page of reviews goes on after a payment that has left them', async ({ journal }) => {
    for (const index of times(6, Number)) await appended(journal, step(`payment ${index}`, 0, { review: true }));
    assert.deepEqual(await journal.reviews({ limit: 3 }), ['payment 0', 'payment 1', 'payment 2']);
    await appended(journal, step('payment 0', 1), step('payment 2', 1));
    const next = await journal.reviews({ after: 'payment 2', limit: 3 });
    assert.deepEqual(next, ['payment 3', 'payment 4', 'payment 5']);
  }),

  promise('no payment is missed by who reads pages while others are appended', async ({ journal }) => {
    const count = 120;
    const appendAll = async (): Promise<void> => {
      for (const index of times(count, Number)) await appended(journal, step(`payment ${index}`, 0));
    };
    const seen: string[] = [];
    await lookDuring(appendAll(), async () => {
      for (let page: readonly string[] = ['']; page.length > 0 && seen.length <= count; seen.push(...page)) {
        const after = seen.at(-1);
        page = await journal.payments(after === undefined ? { limit: 7 } : { after, limit: 7 });
      }
    });
    assert.deepEqual(
      seen,
      times(count, (index) => `payment ${index}`),
    );
  }),

  promise('a page after a payment that there is not is refused', async ({ journal }) => {
    await appended(journal, step('one', 0, { review: true, due: noon }));
    for (const list of ['payments', 'reviews'] as const) {
      const page = journal[list]({ after: 'another', limit: 10 });
      await assert.rejects(page, { code: 'invalid_request', effect: 'none' });
    }
  }),
];
