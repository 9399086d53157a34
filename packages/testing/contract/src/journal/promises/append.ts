import { strict as assert } from 'node:assert';
import type { JournalAppend } from '@ducat/core';
import { appended, drain, event, message, noon, operation, step, times, viewOf } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('append');

/** An append that would change all there is of a payment. */
const changingAll = (expectedVersion: number, value: string): JournalAppend =>
  step('one', expectedVersion, {
    names: [operation('free'), operation(value)],
    due: noon - 5,
    review: true,
    messages: [message('never')],
  });

export const appendPromises: readonly JournalPromise[] = [
  promise('an append is answered with the version after its last event', async ({ journal }) => {
    const events = [event('first'), event('second'), event('third')];
    assert.deepEqual(await journal.append(step('one', 0, { events })), { status: 'appended', version: 3 });
    assert.deepEqual(await journal.append(step('one', 3)), { status: 'appended', version: 4 });
    assert.deepEqual(await journal.append(step('other', 0)), { status: 'appended', version: 1 });
  }),

  promise('an append at another version than the payment has conflicts, and is told that version', async (stage) => {
    const { journal } = stage;
    assert.deepEqual(await journal.append(step('one', 1)), { status: 'conflict', version: 0 });
    await appended(journal, step('one', 0), step('one', 1));
    for (const expected of [0, 1, 3, 1000]) {
      assert.deepEqual(await journal.append(step('one', expected)), { status: 'conflict', version: 2 });
    }
  }),

  promise('of a hundred appends at the same version at the same moment exactly one wins', async ({ journal }) => {
    for (const version of [0, 1]) {
      const events = times(100, (index) => event(`writer ${index}`));
      const results = await Promise.all(events.map((each) => journal.append(step('one', version, { events: [each] }))));
      const winners = results.flatMap(({ status }, index) => (status === 'appended' ? [index] : []));
      assert.equal(winners.length, 1, `winners at version ${version}`);
      const losers = results.filter(({ status }) => status !== 'appended');
      for (const result of losers) assert.deepEqual(result, { status: 'conflict', version: version + 1 });
      assert.deepEqual((await journal.read('one'))?.events.at(-1), events[winners[0] ?? -1]);
      assert.equal((await journal.read('one'))?.version, version + 1);
    }
  }),

  promise('appends to many payments at the same moment are all kept', async ({ journal }) => {
    const payments = times(300, (index) => `payment ${index}`);
    const results = await Promise.all(payments.map((payment) => journal.append(step(payment, 0))));
    for (const result of results) assert.deepEqual(result, { status: 'appended', version: 1 });
    for (const payment of payments) assert.deepEqual((await journal.read(payment))?.events, step(payment, 0).events);
    assert.equal((await journal.payments({ limit: 1000 })).length, 300);
  }),

  promise('an append that is refused leaves its neighbours of the same moment alone', async ({ journal }) => {
    await appended(journal, step('owner', 0, { names: [operation('owned')] }));
    const results = await Promise.allSettled([
      journal.append(step('first', 0)),
      journal.append(step('owner', 7)),
      journal.append(step('second', 0)),
      journal.append(step('thief', 0, { names: [operation('owned')] })),
      journal.append(step('third', 0)),
      journal.append(step('nothing', 0, { events: [] })),
      journal.append(step('fourth', 0)),
    ]);
    const statuses = results.map((each) => (each.status === 'fulfilled' ? each.value.status : 'rejected'));
    const expected = ['appended', 'conflict', 'appended', 'taken', 'appended', 'rejected', 'appended'];
    assert.deepEqual(statuses, expected);
    assert.deepEqual(await journal.payments({ limit: 10 }), ['owner', 'first', 'second', 'third', 'fourth']);
  }),

  promise('an append that conflicts changes nothing: no name, no due, no review, no message', async ({ journal }) => {
    await appended(journal, step('one', 0));
    const names = [operation('free'), operation('mine')];
    const before = await viewOf(journal, ['one'], names);
    assert.equal((await journal.append(changingAll(4, 'mine'))).status, 'conflict');
    assert.deepEqual(await viewOf(journal, ['one'], names), before);
    assert.deepEqual(await journal.lease({ now: noon, until: noon, limit: 5 }), []);
    assert.deepEqual(await drain(journal, noon), []);
  }),

  promise('an append whose name is taken changes nothing: no event, due, review or message', async ({ journal }) => {
    await appended(journal, step('one', 0), step('owner', 0, { names: [operation('owned')] }));
    const names = [operation('free'), operation('owned')];
    const before = await viewOf(journal, ['one', 'owner'], names);
    assert.equal((await journal.append(changingAll(1, 'owned'))).status, 'taken');
    assert.deepEqual(await viewOf(journal, ['one', 'owner'], names), before);
    assert.deepEqual(await journal.lease({ now: noon, until: noon, limit: 5 }), []);
    assert.deepEqual(await drain(journal, noon), []);
  }),

  promise('what is kept is what was given at the call, whatever the caller does to it afterwards', async (stage) => {
    const { journal } = stage;
    const given = { type: 'step', at: noon, data: '1' };
    const name = { kind: 'attempt' as const, value: 'given' };
    const append = { ...step('one', 0), events: [given], names: [name], messages: [given] };
    const appending = journal.append(append);
    given.data = '2';
    name.value = 'changed';
    append.events.push({ ...given });
    assert.deepEqual(await appending, { status: 'appended', version: 1 });
    assert.equal((await journal.read('one'))?.events[0]?.data, '1');
    assert.equal(await journal.find({ kind: 'attempt', value: 'given' }), 'one');
    assert.deepEqual(await drain(journal, noon), [{ payment: 'one', data: '1' }]);
  }),
];
