import type { Journal, JournalAppend, JournalEvent, JournalName, NewMessage } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { turn } from './turn.ts';

/** Noon of a day. */
export const noon: number = Date.UTC(2026, 10, 1, 12);

/** An append with one event and nothing else but what is said. */
export function step(payment: string, expectedVersion: number, parts: Partial<JournalAppend> = {}): JournalAppend {
  const events = [event(`${payment} after ${expectedVersion}`)];
  return { payment, expectedVersion, events, names: [], due: undefined, review: false, messages: [], ...parts };
}

/** An event that can be told from others by its words. */
export function event(words: string, at: number = noon): JournalEvent {
  return { type: 'step', at, data: JSON.stringify({ words }) };
}

export function message(words: string, at: number = noon): NewMessage {
  return { type: 'payment.step', at, data: JSON.stringify({ words }) };
}

export function operation(value: string): JournalName {
  return { kind: 'operation', value };
}

/** Appends what has to succeed for the promise to be about anything. */
export async function appended(journal: Journal, ...appends: readonly JournalAppend[]): Promise<void> {
  for (const append of appends) {
    const result = await journal.append(append);
    assert.equal(result.status, 'appended', `an append to ${append.payment} at ${append.expectedVersion}`);
  }
}

/** As many times as said, with the numbers from 0. */
export function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Everything that a journal shows of some payments and names, without changing it. */
export async function viewOf(
  journal: Journal,
  payments: readonly string[],
  names: readonly JournalName[],
): Promise<unknown> {
  return {
    histories: await Promise.all(payments.map((payment) => journal.read(payment))),
    owners: await Promise.all(names.map((name) => journal.find(name))),
    reviews: await journal.reviews({ limit: 1000 }),
    payments: await journal.payments({ limit: 1000 }),
  };
}

/** Takes and acknowledges every message, one front after the other. */
export async function drain(journal: Journal, now: number): Promise<readonly { payment: string; data: string }[]> {
  const delivered: { payment: string; data: string }[] = [];
  while (delivered.length < 10_000) {
    const taken = await journal.takeMessages({ now, until: now + 1, limit: 7 });
    if (taken.length === 0) return delivered;
    delivered.push(...taken.map(({ payment, data }) => ({ payment, data })));
    await journal.acknowledge(taken.map(({ sequence }) => sequence));
  }
  assert.fail('messages that were acknowledged come again and again');
}

/** Looks again and again while the work goes on, and once more when it is done. */
export async function lookDuring(work: Promise<unknown>, look: () => Promise<void>): Promise<void> {
  const over = work.then(() => true);
  over.catch(() => undefined);
  for (let isOver = false; !isOver;) {
    isOver = await Promise.race([over, turn().then(() => false)]);
    await look();
  }
}
