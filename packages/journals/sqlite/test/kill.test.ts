import type { Journal } from '@ducat/core';
import { expect, test } from 'vitest';
import { newFile, openDatabase, openJournal } from './folder.ts';
import { start, until } from './processes/child.ts';

/** The version at which each payment was said to be durable last. */
function toldVersions(lines: readonly string[]): ReadonlyMap<string, number> {
  expect(lines.filter((line) => line.startsWith('failed'))).toEqual([]);
  return new Map(lines.map((line) => line.split(' ')).map(([payment = '', version]) => [payment, Number(version)]));
}

/** Every payment is as one of its appends left it, with the names and the messages of just those. */
async function expectNothingTorn(journal: Journal): Promise<void> {
  const payments = await journal.payments({ limit: 1_000_000 });
  const messages = new Map<string, number>();
  for (let taken = await journal.takeMessages(all); taken.length > 0; taken = await journal.takeMessages(all)) {
    for (const { payment } of taken) messages.set(payment, (messages.get(payment) ?? 0) + 1);
    await journal.acknowledge(taken.map(({ sequence }) => sequence));
  }
  for (const payment of payments) {
    const version = (await journal.read(payment))?.version ?? 0;
    expect([2, 3]).toContain(version);
    expect(await journal.find({ kind: 'operation', value: `${payment} after 0` })).toBe(payment);
    const isSecond = (await journal.find({ kind: 'operation', value: `${payment} after 2` })) === payment;
    expect(isSecond, payment).toBe(version === 3);
    expect(messages.get(payment), payment).toBe(version - 1);
  }
}

const all = { now: 10, until: 20, limit: 1_000_000 };

test('what a killed process was told is durable is there, and nothing is torn', async () => {
  const file = newFile();
  const told = new Map<string, number>();
  for (let round = 0; round < 8; round += 1) {
    // Every second time another process goes on beside the one that is killed, and is killed later.
    const children = [start('append-forever.ts', file, `a${round}`)];
    if (round % 2 === 1) children.push(start('append-forever.ts', file, `b${round}`));
    await until(() => children.every((child) => child.lines().length > 20));
    for (const child of children) {
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 60));
      child.process.kill('SIGKILL');
      for (const [payment, version] of toldVersions(await child.ended)) told.set(payment, version);
    }
    const journal = openJournal(file);
    for (const [payment, version] of told) {
      expect((await journal.read(payment))?.version ?? 0, payment).toBeGreaterThanOrEqual(version);
    }
    await journal.close();
  }
  expect(told.size).toBeGreaterThan(100);
  await expectNothingTorn(openJournal(file));
  expect(openDatabase(file).prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
}, 60_000);
