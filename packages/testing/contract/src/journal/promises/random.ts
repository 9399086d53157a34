import { strict as assert } from 'node:assert';
import type { AppendResult, Journal, JournalAppend } from '@ducat/core';
import { drain, noon, times } from '../appends.ts';
import { JournalModel } from '../model/journal-model.ts';
import type { JournalPromise } from '../promise.ts';
import { inGroup } from '../promise.ts';
import { anyAppend } from '../random/commands.ts';
import { commandsOf, differenceOf, shortened } from '../random/comparison.ts';
import { Random } from '../random/random.ts';

const promise = inGroup('random');
const betweenOpenings = inGroup('random', { opensAgain: true });

/** Requires of appends of the same moment that some order explains all of their results, and has them in the model. */
function explain(model: JournalModel, appends: readonly JournalAppend[], results: readonly AppendResult[]): void {
  const outcomes = appends.flatMap((append, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ append, result }];
  });
  const winners = outcomes.flatMap(({ append, result }) =>
    result.status === 'appended' ? [{ append, version: result.version }] : [],
  );
  const reached = new Set(model.paymentList.map(({ payment, events }) => `${payment} ${events.length}`));
  for (const { append, version } of winners.toSorted((left, right) => left.version - right.version)) {
    assert.deepEqual(model.append(append), { status: 'appended', version }, 'appends that won fit on each other');
    reached.add(`${append.payment} ${version}`);
  }
  for (const { append, result } of outcomes) {
    if (result.status === 'taken') {
      assert(append.names.some((name) => model.isSame(name, result.name)));
      assert.equal(model.find(result.name), result.payment, 'the owner that was told is the owner');
      assert.notEqual(result.payment, append.payment);
    } else if (result.status === 'conflict') {
      assert.notEqual(result.version, append.expectedVersion);
      assert(
        result.version === 0 || reached.has(`${append.payment} ${result.version}`),
        'the payment was at the version',
      );
    }
  }
}

async function race(openings: readonly [Journal, ...Journal[]], seed: number): Promise<void> {
  const random = new Random(seed);
  const model = new JournalModel();
  const [journal] = openings;
  for (let round = 0; round < 12; round += 1) {
    const appends = times(24, () => anyAppend(random, model, noon + round));
    const results = await Promise.all(appends.map((append) => random.oneOf(openings).append(append)));
    explain(model, appends, results);
  }
  const payments = model.paymentList.map(({ payment }) => payment);
  for (const payment of payments) assert.deepEqual(await journal.read(payment), model.read(payment));
  for (const name of model.nameList) assert.equal(await journal.find(name), name.payment);
  const all = { limit: 1000 };
  assert.deepEqual((await journal.reviews(all)).toSorted(), model.reviews(all).toSorted());
  const lease = { now: noon + 1000, until: noon + 2000, ...all };
  assert.deepEqual((await journal.lease(lease)).toSorted(), model.lease(lease).toSorted());
  const delivered = await drain(journal, noon);
  const expected = model.messageList.map(({ message }) => message);
  const dataOf = (messages: readonly { payment: string; data: string }[], payment: string): readonly string[] =>
    messages.filter((message) => message.payment === payment).map(({ data }) => data);
  for (const payment of payments) assert.deepEqual(dataOf(delivered, payment), dataOf(expected, payment));
}

export const randomPromises: readonly JournalPromise[] = [
  promise('commands at random, one after the other, do what they do in a model', async (stage) => {
    for (const seed of [1, 2, 3]) {
      const commands = commandsOf(new Random(seed), 200);
      const differs = (some: readonly (typeof commands)[number][]): Promise<string | undefined> =>
        stage.withFresh((journal) => differenceOf(journal, some));
      if ((await differs(commands)) === undefined) continue;
      const story = await shortened(commands, async (some) => (await differs(some)) !== undefined);
      const words = story.map((command) => JSON.stringify(command)).join('\n');
      assert.fail(`seed ${seed}, after\n${words}\n${await differs(story)}`);
    }
  }),

  promise('appends at random, many at the same moment, do what they do in some order', async ({ journal }) => {
    await race([journal], 4);
  }),

  betweenOpenings('appends at random from two openings do what they do in some order', async (stage) => {
    await race([stage.journal, await stage.another()], 5);
  }),
];
