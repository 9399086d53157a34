import { join } from 'node:path';
import type { Journal } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import { createSqliteJournal } from '@ducat/journal-sqlite';

/*
 * Fills a journal with so many operations, of which some are due, and tells how many milliseconds each round of
 * recovery took to lease what it takes at a time. Most payments are done; of the rest most are due later.
 */

const [kind = 'memory', folder = '', operations = '1'] = process.argv.slice(2);
const now = Date.UTC(2026, 10, 21);
const count = Number(operations);
const rounds = 20;
/** As many as the engine's recovery leases in one round. */
const limit = 50;
const inFlight = 512;

async function fill(journal: Journal): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await begin(journal, next++);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

async function begin(journal: Journal, number: number): Promise<void> {
  const payment = `order-${number}`;
  await journal.append({
    payment,
    expectedVersion: 0,
    events: [{ type: 'operation_begun', at: now, data: '{"operation":"charge","amount":{"minorUnits":"1050"}}' }],
    names: [{ kind: 'operation', value: payment }],
    due: dueOf(number),
    review: false,
    messages: [],
  });
}

function dueOf(number: number): number | undefined {
  if (number % Math.max(1, Math.floor(count / (rounds * limit))) === 0) return now - (number % 1000);
  return number % 10 === 0 ? now + 60_000 + number : undefined;
}

const journal =
  kind === 'sqlite' ? createSqliteJournal({ file: join(folder, 'journal.sqlite') }) : createMemoryJournal();
await fill(journal);
const figures: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const began = performance.now();
  const leased = await journal.lease({ now, until: now + 120_000, limit });
  figures.push(performance.now() - began);
  if (leased.length === 0) throw new Error('nothing was due');
}
await journal.close();
process.on('disconnect', () => process.exit());
process.send?.(figures);
