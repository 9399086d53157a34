import { strict as assert } from 'node:assert';
import type { JournalName } from '@ducat/core';
import { appended, operation, step, times } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('names');

const kinds = ['operation', 'attempt', 'transaction'] as const;

export const namePromises: readonly JournalPromise[] = [
  promise('a payment is found by each name that it was given, then and later', async ({ journal }) => {
    const names: JournalName[] = kinds.map((kind) => ({ kind, value: `${kind}/1` }));
    await appended(journal, step('other', 0, { names: [operation('other')] }));
    await appended(journal, step('one', 0, { names: names.slice(0, 1) }));
    await appended(journal, step('one', 1, { names: names.slice(1) }));
    for (const name of names) assert.equal(await journal.find(name), 'one', name.kind);
    assert.equal(await journal.find(operation('other')), 'other');
  }),

  promise('a name that nobody has finds nothing', async ({ journal }) => {
    await appended(journal, step('one', 0, { names: [operation('key')] }));
    for (const value of ['ke', 'key1', 'one', 'k_y', '%', '']) {
      if (value !== '') assert.equal(await journal.find(operation(value)), undefined, value);
    }
  }),

  promise('the same value is another name in each kind', async ({ journal }) => {
    for (const kind of kinds) await appended(journal, step(kind, 0, { names: [{ kind, value: 'same' }] }));
    for (const kind of kinds) assert.equal(await journal.find({ kind, value: 'same' }), kind);
  }),

  promise('a name of another payment is refused, and its owner is told', async ({ journal }) => {
    await appended(journal, step('owner', 0, { names: [operation('owned')] }), step('one', 0));
    const names = [operation('free'), operation('owned')];
    const taken = { status: 'taken', name: operation('owned'), payment: 'owner' };
    assert.deepEqual(await journal.append(step('one', 1, { names })), taken);
    assert.deepEqual(await journal.append(step('new', 0, { names })), taken);
    assert.equal(await journal.find(operation('free')), undefined);
    assert.equal(await journal.read('new'), undefined);
    assert.equal(await journal.find(operation('owned')), 'owner');
  }),

  promise('a name that the payment has already, or twice in one append, is no conflict', async ({ journal }) => {
    await appended(journal, step('one', 0, { names: [operation('key'), operation('key')] }));
    await appended(journal, step('one', 1, { names: [operation('key'), operation('more')] }));
    assert.equal(await journal.find(operation('key')), 'one');
    assert.equal(await journal.find(operation('more')), 'one');
  }),

  promise('a payment at another version is told so, whoever has the names', async ({ journal }) => {
    await appended(journal, step('owner', 0, { names: [operation('owned')] }), step('one', 0));
    const result = await journal.append(step('one', 0, { names: [operation('owned')] }));
    assert.deepEqual(result, { status: 'conflict', version: 1 });
  }),

  promise('of a hundred payments that want a name at the same moment exactly one gets it', async ({ journal }) => {
    const payments = times(100, (index) => `payment ${index}`);
    const results = await Promise.all(
      payments.map((payment) => journal.append(step(payment, 0, { names: [operation('wanted')] }))),
    );
    const winners = payments.filter((_, index) => results[index]?.status === 'appended');
    assert.equal(winners.length, 1, 'payments that got the name');
    const [owner = ''] = winners;
    for (const result of results.filter(({ status }) => status !== 'appended')) {
      assert.deepEqual(result, { status: 'taken', name: operation('wanted'), payment: owner });
    }
    assert.equal(await journal.find(operation('wanted')), owner);
    assert.deepEqual(await journal.payments({ limit: 200 }), winners);
  }),

  promise('names are told apart by every one of their 512 characters', async ({ journal }) => {
    const long = '\u{1f600}'.repeat(255);
    const values = [
      'k',
      'K',
      'k ',
      ' k',
      'k\0',
      '\u00e9',
      'e\u0301',
      '\ufb01',
      'fi',
      `${long}ab`,
      `${long}ac`,
      "'%_\\",
    ];
    for (const [index, value] of values.entries()) {
      await appended(journal, step(`payment ${index}`, 0, { names: [operation(value)] }));
    }
    for (const [index, value] of values.entries()) {
      assert.equal(await journal.find(operation(value)), `payment ${index}`, JSON.stringify(value.slice(-8)));
    }
  }),
];
