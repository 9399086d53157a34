import type { Journal, JournalAppend, LeaseRequest, PageRequest } from '@ducat/core';
import { event, message, noon, times } from '../appends.ts';
import type { Random } from './random.ts';
import type { JournalModel } from '../model/journal-model.ts';

/** One call of the port, in words that can be read and run again. */
export type Command =
  | { readonly call: 'append'; readonly append: JournalAppend }
  | { readonly call: 'lease' | 'takeMessages'; readonly request: LeaseRequest }
  | { readonly call: 'acknowledge'; readonly sequences: readonly number[] }
  | { readonly call: 'reviews' | 'payments'; readonly page: PageRequest };

const kinds = ['operation', 'attempt', 'transaction'] as const;

/** A command that has something to do in the state that the model is in. */
export function anyCommand(random: Random, model: JournalModel, now: number): Command {
  const kind = random.below(10);
  if (kind < 5) return { call: 'append', append: anyAppend(random, model, now) };
  const request = { now, until: now + random.below(50) - 5, limit: 1 + random.below(4) };
  if (kind < 6) return { call: 'lease', request };
  if (kind < 8) return { call: 'takeMessages', request };
  if (kind < 9) {
    const last = model.lastSequence;
    return { call: 'acknowledge', sequences: times(random.below(4), () => 1 + random.below(last + 1)) };
  }
  const limit = 1 + random.below(5);
  const after = model.paymentList[random.below(model.paymentList.length + 1)]?.payment;
  return { call: random.oneOf(['reviews', 'payments']), page: after === undefined ? { limit } : { after, limit } };
}

export function anyAppend(random: Random, model: JournalModel, now: number): JournalAppend {
  const payment = `p${random.below(6)}`;
  const version = model.read(payment)?.version ?? 0;
  const expectedVersion = random.often() ? version : random.below(version + 3);
  return {
    payment,
    expectedVersion,
    events: times(1 + random.below(3), (index) => event(`${payment}.${expectedVersion}.${index}`, now)),
    names: times(random.below(3), () => ({ kind: random.oneOf(kinds), value: `n${random.below(30)}` })),
    due: random.often() ? now + random.below(60) - 20 : undefined,
    review: random.below(3) === 0,
    messages: times(random.below(3), (index) => message(`${payment}.${expectedVersion}.${index}`, now)),
  };
}

/** Runs it on a journal, or on the model. */
export function run(journal: Journal, command: Command): Promise<unknown>;
export function run(journal: JournalModel, command: Command): unknown;
export function run(journal: Journal | JournalModel, command: Command): unknown {
  switch (command.call) {
    case 'append':
      return journal.append(command.append);
    case 'lease':
      return journal.lease(command.request);
    case 'takeMessages':
      return journal.takeMessages(command.request);
    case 'acknowledge':
      return journal.acknowledge(command.sequences);
    case 'reviews':
      return journal.reviews(command.page);
    case 'payments':
      return journal.payments(command.page);
  }
}

/** A time of day that goes on, and now and then back. */
export function nextTime(random: Random, now: number): number {
  return Math.max(noon, now + random.below(30) - 5);
}
