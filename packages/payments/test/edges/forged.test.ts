import type { Journal } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { forgedWebhookStream } from '../../src/index.ts';
import type { ForgedWebhookRecord, Payments } from '../../src/index.ts';
import type { World } from '../world/world.ts';
import { openWorld, order } from '../world/world.ts';
import { journalWith } from './journal-with.ts';
import { memoryLogger } from './log-lines.ts';

const minute = 60_000;

function forge(payments: Payments, body: string = '{"amount":1}'): Promise<unknown> {
  const request = { headers: { 'content-signature': 'AAAA', 'x-signature': 'AAAA' }, body: Buffer.from(body) };
  return payments.receive('paycross', request).catch((error: unknown) => error);
}

async function recorded({ clock, journal }: World): Promise<ForgedWebhookRecord[]> {
  const days = [0, -24 * 60 * minute].map((shift) => forgedWebhookStream('paycross', clock.now() + shift));
  const histories = await Promise.all(days.toReversed().map((day) => journal.read(day)));
  return histories.flatMap((history) =>
    (history?.events ?? []).map(({ data }) => JSON.parse(data) as ForgedWebhookRecord),
  );
}

describe('a forged webhook', () => {
  test('is refused, changes no payment, and stands in the journal at once', async () => {
    const world = openWorld();
    const payments = world.open();
    await payments.charge(order(), { key: 'order-1' });
    const before = await world.journal.read('order-1');
    expect(await forge(payments)).toMatchObject({ code: 'invalid_signature', effect: 'none' });
    expect(await world.journal.read('order-1')).toEqual(before);
    const at = world.clock.now();
    expect(await recorded(world)).toEqual([{ provider: 'paycross', count: 1, first: at, last: at }]);
  });

  test('cannot fill the journal or the log, however many there are, and each of them is counted', async () => {
    const world = openWorld();
    const { logger, lines } = memoryLogger();
    const payments = world.open({ logger });
    for (let round = 0; round < 24 * 60; round += 1) {
      await forge(payments, `{"attempt":${round}}`);
      await forge(payments, `{"attempt":${round}}`);
      await world.clock.advance(minute);
    }
    await world.clock.advance(60 * minute);
    const records = await recorded(world);
    expect(records.length).toBeLessThan(40);
    expect(lines().filter(({ event }) => event === 'webhook_forged')).toHaveLength(records.length);
    expect(records.reduce((sum, { count }) => sum + count, 0)).toBe(2 * 24 * 60);
  });

  test('of a second attack, after a silence, stands in the journal at once again', async () => {
    const world = openWorld();
    const payments = world.open();
    for (let round = 0; round < 100; round += 1) {
      await forge(payments);
      await world.clock.advance(minute);
    }
    await world.clock.advance(180 * minute);
    const before = (await recorded(world)).length;
    await forge(payments);
    expect(await recorded(world)).toHaveLength(before + 1);
    await forge(payments);
    await world.clock.advance(2 * minute);
    expect(await recorded(world)).toHaveLength(before + 2);
  });

  test('stands in the journal at once, also when another process writes at the same moment', async () => {
    const world = openWorld();
    await Promise.all([forge(world.open()), forge(world.open()), forge(world.open())]);
    expect(await recorded(world)).toHaveLength(3);
  });

  test('is counted by the next record when several processes write, or the journal fails', async () => {
    const world = openWorld();
    let isDown = false;
    const append: Journal['append'] = (entry) =>
      isDown ? Promise.reject(new Error('down')) : world.journal.append(entry);
    const journal = journalWith(world.journal, { append });
    const processes = [world.open({ journal }), world.open({ journal })];
    isDown = true;
    expect(await forge(processes[0] ?? world.open())).toMatchObject({ code: 'invalid_signature' });
    isDown = false;
    await Promise.all(processes.map(async (each) => await Promise.all([forge(each), forge(each), forge(each)])));
    await world.clock.advance(10 * minute);
    expect((await recorded(world)).reduce((sum, { count }) => sum + count, 0)).toBe(7);
  });

  test('is no payment: nothing is listed, found, or recovered for it', async () => {
    const world = openWorld();
    const payments = world.open();
    await forge(payments);
    expect(await payments.reviews()).toEqual([]);
    expect((await payments.recover()).payments).toEqual([]);
  });
});
