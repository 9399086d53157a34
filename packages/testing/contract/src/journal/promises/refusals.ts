import { strict as assert } from 'node:assert';
import type { JournalAppend, JournalName } from '@ducat/core';
import { appended, event, message, noon, operation, step } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('refusals');

const notWhole = [Number.NaN, Infinity, -Infinity, 0.5, 2 ** 53];
const half = '\ud83d';

function refused(path: string): (error: unknown) => boolean {
  return (error) => {
    const { code, effect, issues } = error as { code: string; effect: string; issues: readonly { path: string }[] };
    assert.deepEqual([code, effect, issues[0]?.path], ['invalid_request', 'none', path]);
    return true;
  };
}

/** What an append must not be, by the field that has to be named. */
const wrongAppends: readonly (readonly [string, Partial<JournalAppend>])[] = [
  ['events', { events: [] }],
  ['expectedVersion', { expectedVersion: -1 }],
  ['payment', { payment: '' }],
  ['payment', { payment: 'x'.repeat(513) }],
  ['payment', { payment: `a${half}` }],
  ['names.1.value', { names: [operation('fine'), operation('x'.repeat(513))] }],
  ['names.0.value', { names: [operation('')] }],
  ['names.0.value', { names: [operation(`${half}a`)] }],
  ['events.0.type', { events: [{ ...event('a'), type: 'x'.repeat(65) }] }],
  ['events.1.type', { events: [event('a'), { ...event('b'), type: '' }] }],
  ['events.0.data', { events: [{ ...event('a'), data: `"${half}"` }] }],
  ['messages.0.data', { messages: [{ ...message('a'), data: `"${half}"` }] }],
  ['messages.0.type', { messages: [{ ...message('a'), type: 'x'.repeat(65) }] }],
  ...notWhole.flatMap((wrong): (readonly [string, Partial<JournalAppend>])[] => [
    ['expectedVersion', { expectedVersion: wrong }],
    ['due', { due: wrong }],
    ['events.0.at', { events: [event('a', wrong)] }],
    ['messages.0.at', { messages: [message('a', wrong)] }],
  ]),
];

export const refusalPromises: readonly JournalPromise[] = [
  promise('an append that cannot be kept as it is is refused, names the field and writes nothing', async (stage) => {
    const { journal } = stage;
    for (const [path, wrong] of wrongAppends) {
      await assert.rejects(journal.append({ ...step('one', 0), ...wrong }), refused(path), path);
    }
    assert.deepEqual(await journal.payments({ limit: 10 }), []);
    assert.equal(await journal.find(operation('fine')), undefined);
    await appended(journal, step('one', 0));
  }),

  promise('the longest names and types that may be are kept', async ({ journal }) => {
    const name: JournalName = { kind: 'transaction', value: '\u{1f600}'.repeat(256) };
    const type = '\u{1f600}'.repeat(32);
    const payment = 'p'.repeat(512);
    const messages = [{ type, at: noon, data: '' }];
    await appended(journal, step(payment, 0, { names: [name], events: messages, messages }));
    assert.equal(await journal.find(name), payment);
    assert.equal((await journal.read(payment))?.events[0]?.type, type);
    assert.equal((await journal.takeMessages({ now: noon, until: noon, limit: 1 }))[0]?.type, type);
  }),

  promise('a name with half a surrogate pair is no other name: finding it is refused', async ({ journal }) => {
    await appended(journal, step('one', 0, { names: [operation('a\ufffd')] }));
    await assert.rejects(journal.find(operation(`a${half}`)), refused('name.value'));
    assert.equal(await journal.find(operation('a\ufffd')), 'one');
  }),

  promise('times that are no whole numbers, and limits below one, are refused and change nothing', async (stage) => {
    const { journal } = stage;
    await appended(journal, step('one', 0, { due: noon, messages: [message('m')] }));
    const good = { now: noon, until: noon + 60, limit: 5 };
    for (const wrong of notWhole) {
      for (const field of ['now', 'until', 'limit'] as const) {
        const request = { ...good, [field]: wrong };
        await assert.rejects(journal.lease(request), refused(field), `lease ${field} ${wrong}`);
        await assert.rejects(journal.takeMessages(request), refused(field), `takeMessages ${field} ${wrong}`);
      }
    }
    for (const limit of [...notWhole, 0, -1]) {
      await assert.rejects(journal.lease({ ...good, limit }), refused('limit'));
      await assert.rejects(journal.takeMessages({ ...good, limit }), refused('limit'));
      await assert.rejects(journal.payments({ limit }), refused('limit'));
      await assert.rejects(journal.reviews({ limit }), refused('limit'));
    }
    assert.deepEqual(await journal.lease(good), ['one']);
    assert.equal((await journal.takeMessages(good)).length, 1);
  }),
];
