import { strict as assert } from 'node:assert';
import { appended, lookDuring, message, noon, operation, step, times, viewOf } from '../appends.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';

const promise = inGroup('openings', { opensAgain: true });

const lease = { now: noon, until: noon + 60, limit: 15 };

export const openingPromises: readonly JournalPromise[] = [
  promise('everything that was appended is there when the journal is opened again', async (stage) => {
    const names = times(20, (index) => operation(`key ${index}`));
    const payments = times(20, (index) => `payment ${index}`);
    const appends = payments.map((payment, index) =>
      step(payment, 0, { names: names.slice(index, index + 1), review: index % 3 === 0, due: noon + index }),
    );
    await Promise.all(appends.map((append) => stage.journal.append(append)));
    await stage.journal.append(step('payment 3', 1, { messages: [message('m1'), message('m2')], due: noon }));
    const before = await viewOf(stage.journal, payments, names);
    const journal = await stage.reopen();
    assert.deepEqual(await viewOf(journal, payments, names), before);
    assert.deepEqual(await journal.lease({ ...lease, now: noon + 1 }), ['payment 0', 'payment 3', 'payment 1']);
    const taken = await journal.takeMessages(lease);
    assert.deepEqual(
      taken.map(({ data }) => data),
      [message('m1').data],
    );
    await appended(journal, step('payment 3', 2));
  }),

  promise('leases, and messages that were taken or acknowledged, are so when it is opened again', async (stage) => {
    const messages = [message('m1'), message('m2')];
    for (const payment of ['one', 'two']) await appended(stage.journal, step(payment, 0, { due: noon, messages }));
    await stage.journal.lease({ ...lease, limit: 1 });
    const [first, second] = await stage.journal.takeMessages(lease);
    assert(first !== undefined && second !== undefined, 'two messages are taken');
    await stage.journal.acknowledge([first.sequence]);
    const journal = await stage.reopen();
    assert.deepEqual(await journal.lease(lease), ['two']);
    assert.deepEqual(
      (await journal.takeMessages(lease)).map(({ data, payment }) => [payment, data]),
      [['one', message('m2').data]],
    );
    const later = { ...lease, now: noon + 60, until: noon + 120 };
    assert.equal((await journal.lease(later)).length, 2);
    assert.deepEqual((await journal.takeMessages(later))[1], second);
  }),

  promise('the number of a message that is gone is not given to another after it is opened again', async (stage) => {
    await appended(stage.journal, step('a', 0, { messages: [message('a1')] }));
    const [first] = await stage.journal.takeMessages(lease);
    assert(first !== undefined, 'a message is taken');
    await stage.journal.acknowledge([first.sequence]);
    const journal = await stage.reopen();
    await appended(journal, step('b', 0, { messages: [message('b1')] }));
    const [second] = await journal.takeMessages(lease);
    assert(second !== undefined && second.sequence > first.sequence, 'the second has a higher number');
  }),

  promise('what one opening has appended another sees at once', async (stage) => {
    const other = await stage.another();
    for (let version = 0; version < 10; version += 1) {
      const [writer, reader] = version % 2 === 0 ? [stage.journal, other] : [other, stage.journal];
      await appended(writer, step('one', version, { names: [operation(`key ${version}`)] }));
      assert.equal((await reader.read('one'))?.version, version + 1);
      assert.equal(await reader.find(operation(`key ${version}`)), 'one');
    }
  }),

  promise('another opening never sees a part of an append', async (stage) => {
    const reader = await stage.another();
    const appendAll = async (): Promise<void> => {
      for (let version = 0; version < 60; version += 3) {
        const events = times(3, (index) => step('one', version + index).events).flat();
        const parts = { events, names: [operation(`${version + 3}`)], review: true };
        await appended(stage.journal, step('one', version, parts));
      }
    };
    await lookDuring(appendAll(), async () => {
      const version = (await reader.read('one'))?.version ?? 0;
      assert.equal(version % 3, 0, `three events are there at once, and not ${version}`);
      if (version === 0) return;
      assert.equal(await reader.find(operation(`${version}`)), 'one', 'the name is there with the events');
      assert.deepEqual(await reader.reviews({ limit: 5 }), ['one']);
    });
  }),

  promise('of a hundred appends at the same version from two openings exactly one wins', async (stage) => {
    const openings = [stage.journal, await stage.another()];
    for (const version of [0, 1, 2]) {
      const results = await Promise.all(
        times(50, () => openings.map((journal) => journal.append(step('one', version)))).flat(),
      );
      const winners = results.filter(({ status }) => status === 'appended');
      assert.equal(winners.length, 1, `winners at version ${version}`);
    }
    assert.equal((await stage.journal.read('one'))?.version, 3);
  }),

  promise('of payments that want a name from two openings exactly one gets it', async (stage) => {
    const openings = [stage.journal, await stage.another()];
    for (const round of times(5, Number)) {
      const names = [operation(`round ${round}`)];
      const results = await Promise.all(
        times(10, (index) =>
          openings.map((journal, own) => journal.append(step(`${round} ${index} ${own}`, 0, { names }))),
        ).flat(),
      );
      assert.equal(results.filter(({ status }) => status === 'appended').length, 1);
    }
    assert.equal((await stage.journal.payments({ limit: 100 })).length, 5);
  }),

  promise('two openings that lease at the same moment never get the same payment', async (stage) => {
    const openings = [stage.journal, await stage.another()];
    const payments = times(60, (index) => `payment ${index}`);
    await Promise.all(payments.map((payment) => stage.journal.append(step(payment, 0, { due: noon }))));
    const leases = await Promise.all(times(4, () => openings.map((journal) => journal.lease(lease))).flat());
    assert.deepEqual(leases.flat().toSorted(), payments.toSorted());
  }),

  promise('two openings that take messages at the same moment never get the same one', async (stage) => {
    const openings = [stage.journal, await stage.another()];
    const messages = [message('first'), message('second')];
    await Promise.all(times(60, (index) => stage.journal.append(step(`payment ${index}`, 0, { messages }))));
    const takes = await Promise.all(times(4, () => openings.map((journal) => journal.takeMessages(lease))).flat());
    const payments = takes.flat().map(({ payment }) => payment);
    assert.equal(payments.length, 60);
    assert.equal(new Set(payments).size, 60);
  }),

  promise('what was asked for before the closing is there when it is opened again', async (stage) => {
    const appending = Promise.allSettled(times(20, (index) => stage.journal.append(step(`payment ${index}`, 0))));
    const journal = await stage.reopen();
    await appending;
    assert.equal((await journal.payments({ limit: 100 })).length, 20);
  }),

  promise('one opening that is closed leaves the others open', async (stage) => {
    const other = await stage.another();
    await stage.journal.close();
    await appended(other, step('one', 0));
    assert.equal((await other.read('one'))?.version, 1);
  }),
];
