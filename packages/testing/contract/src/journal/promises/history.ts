import { strict as assert } from 'node:assert';
import { appended, drain, event, noon, step, times } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('history');

/** Texts that something between here and the disk might like to improve. Halves of pairs stand in JSON escapes only. */
const texts: readonly string[] = [
  '',
  ' ',
  'null',
  'not JSON',
  '{ "b" : 1.0, "a" : 1e400, "a" : 12345678901234567890 }\r\n\t',
  JSON.stringify({ halves: '\ud800 \udc00 \udfff\ud800', whole: '\ud83d\ude00' }),
  JSON.stringify({ controls: times(32, (code) => String.fromCharCode(code)).join('') }),
  'a\0b\0',
  '\ufeffmark, \ufffd, \ufffe, \u2028, \u2029, \u0085, \u00ad, \u200e, \u200f',
  'e\u0301 \u00e9 \u212b \u00c5 \ufb01 \u1e9b\u0323',
  '\u{1f600} \u{10ffff} \u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u4e2d\u6587 \u0627\u0644\u0639\u0631\u0628\u064a\u0629',
  `'"\`;-- \\ \\u0000 $1 ? %s \${x}`,
];

const everyCharacter = times(0x10_0000 / 0x100 + 0x100, (block) => block * 0x100)
  .filter((block) => block < 0xd800 || block > 0xdfff)
  .map((block) => String.fromCodePoint(block, block + 0x41, block + 0xfd))
  .join('');

export const historyPromises: readonly JournalPromise[] = [
  promise('a history is every event in the order of appending, with its type, its time and its data', async (stage) => {
    const { journal } = stage;
    const events = times(7, (index) => ({ type: `kind ${index}`, at: noon - index, data: `{"index":${index}}` }));
    await appended(journal, step('one', 0, { events: events.slice(0, 3) }), step('other', 0));
    await appended(journal, step('one', 3, { events: events.slice(3, 4) }), step('other', 1));
    await appended(journal, step('one', 4, { events: events.slice(4) }));
    assert.deepEqual(await journal.read('one'), { version: 7, events });
  }),

  promise('there is no history of what was never appended', async ({ journal }) => {
    await appended(journal, step('one', 0));
    for (const payment of ['other', 'on', 'one ', 'One', 'ONE', '', '%', 'o_e', '__proto__']) {
      assert.equal(await journal.read(payment), undefined, payment);
    }
  }),

  promise('payments are told apart by every character of their names', async ({ journal }) => {
    const long = 'x'.repeat(511);
    const payments = ['a', 'A', 'a ', ' a', 'a\0', '\u00e9', 'e\u0301', '__proto__', `${long}1`, `${long}2`, '1', '01'];
    for (const payment of payments) await appended(journal, step(payment, 0, { events: [event(payment)] }));
    for (const payment of payments) assert.deepEqual((await journal.read(payment))?.events, [event(payment)]);
    assert.deepEqual(await journal.payments({ limit: 100 }), payments);
  }),

  promise(
    'data comes back character for character: any script, any spelling, halves of pairs escaped',
    async (stage) => {
      const { journal } = stage;
      const all = [...texts, everyCharacter];
      const events = all.map((data) => ({ type: 'text', at: noon, data }));
      await appended(journal, step('one', 0, { events, messages: events }));
      const read = await journal.read('one');
      assert(read !== undefined, 'the payment is there');
      for (const [index, data] of all.entries()) assert.equal(read.events[index]?.data, data);
      const delivered = await drain(journal, noon);
      for (const [index, data] of all.entries()) assert.equal(delivered[index]?.data, data);
    },
  ),

  promise('data of a million characters comes back whole', async ({ journal }) => {
    const data = JSON.stringify({ text: 'a longer text \u00e9 \u{1f600} '.repeat(55_000) });
    assert(data.length > 1_000_000);
    await appended(journal, step('one', 0, { events: [{ type: 'long', at: noon, data }] }));
    assert((await journal.read('one'))?.events[0]?.data === data, 'the data is what was given');
  }),

  promise('a thousand events are as good as one', async ({ journal }) => {
    const events = times(1000, (index) => event(`event ${index}`, noon + index));
    await appended(journal, step('one', 0, { events: events.slice(0, 900) }));
    for (let version = 900; version < 1000; version += 10) {
      await appended(journal, step('one', version, { events: events.slice(version, version + 10) }));
    }
    assert.deepEqual(await journal.read('one'), { version: 1000, events });
  }),

  promise('times are kept exactly, from the epoch to the end of whole numbers', async ({ journal }) => {
    const moments = [0, 1, 2 ** 31, 2 ** 32 + 1, noon, 8_640_000_000_000_000, Number.MAX_SAFE_INTEGER, -1];
    await appended(journal, step('one', 0, { events: moments.map((at) => event('moment', at)) }));
    const read = (await journal.read('one'))?.events.map(({ at }) => at);
    assert.deepEqual(read, moments);
  }),

  promise('a history that was read is the reader’s own: changing it changes no other', async ({ journal }) => {
    await appended(journal, step('one', 0));
    const before = await journal.read('one');
    assert(before !== undefined, 'the payment is there');
    const copy = structuredClone(before);
    try {
      (before.events as unknown[]).push('more');
      Object.assign(before.events[0] ?? {}, { data: 'changed' });
    } catch {
      // Frozen, which is as good.
    }
    assert.deepEqual(await journal.read('one'), copy);
  }),
];
