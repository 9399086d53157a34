import { strict as assert } from 'node:assert';
import { appended, noon, step, times } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('due');

export const duePromises: readonly JournalPromise[] = [
  promise('what is due is leased, from the moment that was said, the longest due first', async ({ journal }) => {
    for (const [index, due] of [noon - 1, noon - 3, noon, noon + 1, noon - 2, undefined, noon - 3].entries()) {
      await appended(journal, step(`payment ${index}`, 0, { due }));
    }
    const leased = await journal.lease({ now: noon, until: noon + 60, limit: 10 });
    assert.deepEqual(leased, ['payment 1', 'payment 6', 'payment 4', 'payment 0', 'payment 2']);
  }),

  promise('no more is leased than was asked for, and the next comes next', async ({ journal }) => {
    for (const index of times(5, Number)) await appended(journal, step(`payment ${index}`, 0, { due: noon + index }));
    const request = { now: noon + 10, until: noon + 100, limit: 2 };
    assert.deepEqual(await journal.lease(request), ['payment 0', 'payment 1']);
    assert.deepEqual(await journal.lease(request), ['payment 2', 'payment 3']);
    assert.deepEqual(await journal.lease(request), ['payment 4']);
    assert.deepEqual(await journal.lease(request), []);
  }),

  promise('what is leased is left alone until the lease is over, and comes back then', async ({ journal }) => {
    await appended(journal, step('one', 0, { due: noon }));
    const lease = (now: number) => journal.lease({ now, until: now + 60, limit: 10 });
    assert.deepEqual(await lease(noon), ['one']);
    assert.deepEqual(await lease(noon), []);
    assert.deepEqual(await lease(noon + 59), []);
    assert.deepEqual(await lease(noon + 60), ['one']);
    assert.deepEqual(await lease(noon + 119), []);
    assert.deepEqual(await lease(noon + 120), ['one']);
  }),

  promise('nothing is leased twice by one request, even when the lease is over at once', async ({ journal }) => {
    for (const index of times(3, Number)) await appended(journal, step(`payment ${index}`, 0, { due: noon + index }));
    const leased = await journal.lease({ now: noon + 9, until: noon - 9, limit: 10 });
    assert.deepEqual(leased, ['payment 0', 'payment 1', 'payment 2']);
  }),

  promise('every append says anew when the payment is due, or that it never is', async ({ journal }) => {
    await appended(journal, step('sooner', 0, { due: noon + 90 }), step('sooner', 1, { due: noon }));
    await appended(journal, step('later', 0, { due: noon }), step('later', 1, { due: noon + 90 }));
    await appended(journal, step('never', 0, { due: noon }), step('never', 1));
    await appended(journal, step('again', 0), step('again', 1, { due: noon + 1 }));
    const leased = await journal.lease({ now: noon + 2, until: noon + 500, limit: 10 });
    assert.deepEqual(leased, ['sooner', 'again']);
    assert.deepEqual(await journal.lease({ now: noon + 90, until: noon + 500, limit: 10 }), ['later']);
  }),

  promise('an append ends the lease of its payment', async ({ journal }) => {
    await appended(journal, step('done', 0, { due: noon }), step('more', 0, { due: noon }));
    assert.equal((await journal.lease({ now: noon, until: noon + 60, limit: 10 })).length, 2);
    await appended(journal, step('done', 1), step('more', 1, { due: noon + 5 }));
    assert.deepEqual(await journal.lease({ now: noon + 5, until: noon + 60, limit: 10 }), ['more']);
    assert.deepEqual(await journal.lease({ now: noon + 900, until: noon + 960, limit: 10 }), ['more']);
  }),

  promise('a lease is no event: the payment stays at its version', async ({ journal }) => {
    await appended(journal, step('one', 0, { due: noon }));
    const before = await journal.read('one');
    await journal.lease({ now: noon, until: noon + 60, limit: 10 });
    assert.deepEqual(await journal.read('one'), before);
    await appended(journal, step('one', 1));
  }),

  promise('two that lease at the same moment never get the same payment', async ({ journal }) => {
    const payments = times(100, (index) => `payment ${index}`);
    await Promise.all(payments.map((payment) => journal.append(step(payment, 0, { due: noon }))));
    const request = { now: noon, until: noon + 60, limit: 15 };
    const leases = await Promise.all(times(10, () => journal.lease(request)));
    for (const lease of leases) assert(lease.length <= 15);
    assert.deepEqual(leases.flat().toSorted(), payments.toSorted());
  }),

  promise('times of being due are compared as numbers, up to the end of whole numbers', async ({ journal }) => {
    const moments = [2 ** 32, 9, 10, Number.MAX_SAFE_INTEGER, 2 ** 31, 0, 2 ** 31 - 1, 8_640_000_000_000_001];
    for (const due of moments) await appended(journal, step(`due ${due}`, 0, { due }));
    const inOrder = moments.toSorted((left, right) => left - right).map((due) => `due ${due}`);
    const before = await journal.lease({ now: Number.MAX_SAFE_INTEGER - 1, until: Number.MAX_SAFE_INTEGER, limit: 99 });
    assert.deepEqual(before, inOrder.slice(0, -1));
    const after = await journal.lease({ now: Number.MAX_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER, limit: 99 });
    assert.deepEqual(after.toSorted(), inOrder.toSorted());
  }),
];
