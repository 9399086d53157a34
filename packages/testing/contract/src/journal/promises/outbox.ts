import { strict as assert } from 'node:assert';
import type { Journal, OutboxMessage } from '@ducat/core';
import { appended, drain, message, noon, step, times } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('outbox');

/** Takes for a minute. */
const take = (journal: Journal, now: number = noon, limit: number = 100): Promise<readonly OutboxMessage[]> =>
  journal.takeMessages({ now, until: now + 60, limit });

const wordsOf = (messages: readonly { readonly data: string }[]): string[] =>
  messages.map(({ data }) => (JSON.parse(data) as { words: string }).words);

const sequencesOf = (messages: readonly OutboxMessage[]): number[] => messages.map(({ sequence }) => sequence);

export const outboxPromises: readonly JournalPromise[] = [
  promise('a message is taken with its payment, type, time and data, and a number that grows', async ({ journal }) => {
    assert.deepEqual(await take(journal), []);
    const given = times(3, (index) => ({
      type: `payment.kind${index}`,
      at: noon + index,
      data: `{ "n": ${index}.0 }`,
    }));
    for (const [index, each] of given.entries()) await appended(journal, step(`p${index}`, 0, { messages: [each] }));
    const taken = await take(journal);
    const expected = given.map((each, index) => ({
      ...each,
      payment: `p${index}`,
      sequence: taken[index]?.sequence,
    }));
    assert.deepEqual(taken, expected);
    const sequences = sequencesOf(taken);
    for (const sequence of sequences) assert(Number.isSafeInteger(sequence), `${sequence} is a whole number`);
    assert.deepEqual(
      sequences.toSorted((left, right) => left - right),
      sequences,
    );
    assert.equal(new Set(sequences).size, 3);
  }),

  promise('only the oldest message of each payment can be taken until it is acknowledged', async ({ journal }) => {
    await appended(journal, step('a', 0, { messages: [message('a1'), message('a2')] }));
    await appended(journal, step('b', 0, { messages: [message('b1')] }), step('a', 1, { messages: [message('a3')] }));
    const first = await take(journal);
    assert.deepEqual(wordsOf(first), ['a1', 'b1']);
    assert.deepEqual(await take(journal), []);
    await journal.acknowledge(sequencesOf(first));
    const second = await take(journal);
    assert.deepEqual(wordsOf(second), ['a2']);
    await journal.acknowledge(sequencesOf(second));
    assert.deepEqual(wordsOf(await take(journal)), ['a3']);
  }),

  promise('a message that is taken holds up those that its payment gets meanwhile', async ({ journal }) => {
    await appended(journal, step('a', 0, { messages: [message('a1')] }));
    const first = await take(journal);
    await appended(journal, step('a', 1, { messages: [message('a2')] }));
    assert.deepEqual(await take(journal), []);
    await journal.acknowledge(sequencesOf(first));
    assert.deepEqual(wordsOf(await take(journal)), ['a2']);
  }),

  promise('a message that is not acknowledged in time comes again, before those behind it', async ({ journal }) => {
    await appended(journal, step('a', 0, { messages: [message('a1'), message('a2')] }));
    const first = await take(journal);
    assert.deepEqual(await take(journal, noon + 59), []);
    assert.deepEqual(await take(journal, noon + 60), first);
    assert.deepEqual(await take(journal, noon + 119), []);
    assert.deepEqual(await take(journal, noon + 120), first);
  }),

  promise('the oldest messages are taken first, and no more than was asked for', async ({ journal }) => {
    for (const index of times(7, Number)) {
      await appended(journal, step(`p${(index * 3) % 7}`, 0, { messages: [message(`m${index}`)] }));
    }
    assert.deepEqual(wordsOf(await take(journal, noon, 3)), ['m0', 'm1', 'm2']);
    assert.deepEqual(wordsOf(await take(journal, noon, 3)), ['m3', 'm4', 'm5']);
    assert.deepEqual(wordsOf(await take(journal, noon + 60, 4)), ['m0', 'm1', 'm2', 'm3']);
  }),

  promise('a message that was acknowledged never comes again', async ({ journal }) => {
    await appended(journal, step('a', 0, { messages: [message('a1')] }), step('b', 0, { messages: [message('b1')] }));
    const [first] = await take(journal);
    assert(first !== undefined, 'a message is taken');
    await journal.acknowledge([first.sequence]);
    assert.deepEqual(wordsOf(await take(journal, noon + 1000)), ['b1']);
    assert.deepEqual(wordsOf(await take(journal, noon + 2000)), ['b1']);
  }),

  promise('acknowledging again, or what there never was, changes nothing', async ({ journal }) => {
    await appended(journal, step('a', 0, { messages: times(4, (index) => message(`a${index}`)) }));
    const first = sequencesOf(await take(journal));
    await journal.acknowledge([...first, ...first]);
    await journal.acknowledge(first);
    await journal.acknowledge([]);
    await journal.acknowledge([0, -1, 1_000_000]);
    const second = await take(journal);
    assert.deepEqual(wordsOf(second), ['a1']);
    await journal.acknowledge(first);
    assert.deepEqual(await take(journal), [], 'a repetition frees nothing that is taken');
    await journal.acknowledge(sequencesOf(second));
    assert.deepEqual(wordsOf(await take(journal)), ['a2']);
  }),

  promise('who acknowledges late has acknowledged, also when another has taken it since', async ({ journal }) => {
    await appended(journal, step('a', 0, { messages: [message('a1'), message('a2')] }));
    const late = await take(journal);
    assert.deepEqual(await take(journal, noon + 60), late);
    await journal.acknowledge(sequencesOf(late));
    const next = await take(journal, noon + 61);
    assert.deepEqual(wordsOf(next), ['a2']);
    await journal.acknowledge(sequencesOf(late));
    assert.deepEqual(await take(journal, noon + 62), []);
  }),

  promise('the number of a message that is gone is not given to another', async ({ journal }) => {
    await appended(journal, step('a', 0, { messages: [message('a1')] }));
    const [first] = await take(journal);
    assert(first !== undefined, 'a message is taken');
    await journal.acknowledge([first.sequence]);
    await appended(journal, step('b', 0, { messages: [message('b1')] }));
    await journal.acknowledge([first.sequence]);
    const [second] = await take(journal);
    assert(second !== undefined, 'a late repetition takes no other message away');
    assert(second.sequence > first.sequence);
  }),

  promise(
    'two that take at the same moment never get the same message, nor two of one payment',
    async ({ journal }) => {
      const messages = [message('first'), message('second')];
      await Promise.all(times(60, (index) => journal.append(step(`payment ${index}`, 0, { messages }))));
      const taken = (await Promise.all(times(8, () => take(journal, noon, 10)))).flat();
      assert.equal(taken.length, 60);
      assert.equal(new Set(taken.map(({ payment }) => payment)).size, 60);
      assert.deepEqual([...new Set(wordsOf(taken))], ['first']);
    },
  ),

  promise('each payment’s messages are delivered in the order of its events, whoever appends', async ({ journal }) => {
    const payments = times(12, (index) => `payment ${index}`);
    const delivered: { readonly payment: string; readonly data: string }[] = [];
    for (let version = 0; version < 10; version += 1) {
      const messages = [message(`${version}.0`), message(`${version}.1`)];
      const appending = Promise.all(payments.map((payment) => journal.append(step(payment, version, { messages }))));
      if (version % 3 === 1) delivered.push(...(await drain(journal, noon + 10 * version)));
      await appending;
    }
    delivered.push(...(await drain(journal, noon + 1000)));
    const expected = times(10, (version) => [`${version}.0`, `${version}.1`]).flat();
    for (const payment of payments) {
      assert.deepEqual(wordsOf(delivered.filter((each) => each.payment === payment)), expected, payment);
    }
  }),
];
