import type { Journal, JournalAppend, JournalName } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { OperationSettled, PaymentEvent } from '../model/event.ts';
import { announce } from '../outbox/announce.ts';
import { dueOf } from '../recovery/due.ts';
import type { RecoverySchedule } from '../recovery/schedule.ts';
import { conclusionsOf } from '../reduce/conclude.ts';
import { reduce } from '../reduce/reduce.ts';
import type { PaymentState } from '../reduce/state.ts';
import { readEvent, writeEvent } from './event-text.ts';
import { namesOf } from './names.ts';

/** A payment as it was read or written last. */
export interface LoadedPayment {
  readonly payment: string;
  readonly version: number;
  readonly events: readonly PaymentEvent[];
  readonly state: PaymentState;
}

/** What to write, given what is there; an empty list writes nothing. Asked again when somebody else was quicker. */
export type Decide = (loaded: LoadedPayment) => readonly PaymentEvent[];

type Effect = DucatError['effect'];

/** Histories of payments over a journal: read, decide, write, and again when another writer came between. */
export interface PaymentLog {
  /** The payment; at version 0 when there is none. */
  load(payment: string): Promise<LoadedPayment>;
  /**
   * Writes what `decide` says about the newest version, and what follows from it: conclusions, names, the next look,
   * messages. `from` saves a reading when it is still the newest. When the journal fails, the error says with `effect`
   * whether anything may have been sent before; by default something may.
   */
  amend(from: LoadedPayment, decide: Decide, effect?: Effect): Promise<LoadedPayment>;
}

/** A payment of which nothing is known. */
export function emptyPayment(payment: string): LoadedPayment {
  return { payment, version: 0, events: [], state: { operations: [] } };
}

export function createPaymentLog(journal: Journal, schedule: RecoverySchedule, now: () => number): PaymentLog {
  async function load(payment: string): Promise<LoadedPayment> {
    const history = await attempt(() => journal.read(payment), 'none');
    if (history === undefined) return emptyPayment(payment);
    const events = history.events.map(readEvent);
    return { payment, version: history.version, events, state: reduce(events) };
  }

  async function amend(from: LoadedPayment, decide: Decide, effect: Effect = 'possible'): Promise<LoadedPayment> {
    let loaded = from;
    const foreign = new Set<string>();
    for (;;) {
      const written = extend(loaded, decide(loaded), schedule, now());
      if (written.version === loaded.version) return loaded;
      const added = appendOf(loaded, written, schedule, now());
      const names = added.names.filter(({ value }) => !foreign.has(value));
      const result = await attempt(() => journal.append({ ...added, names }), effect);
      if (result.status === 'appended') return written;
      if (result.status === 'conflict') loaded = await load(from.payment);
      else if (result.name.kind !== 'transaction') throw nameTaken(result.name);
      // The provider uses one id twice. What it said of this payment is kept all the same.
      else foreign.add(result.name.value);
    }
  }

  return { load, amend };
}

function extend(
  before: LoadedPayment,
  events: readonly PaymentEvent[],
  { graceMilliseconds }: RecoverySchedule,
  now: number,
): LoadedPayment {
  const all = [...before.events, ...events];
  const state = events.length === 0 ? before.state : reduce(all);
  const conclusions: OperationSettled[] = conclusionsOf(state, graceMilliseconds, now);
  if (conclusions.length === 0) return { payment: before.payment, version: all.length, events: all, state };
  const concluded = [...all, ...conclusions];
  return { payment: before.payment, version: concluded.length, events: concluded, state: reduce(concluded) };
}

function appendOf(before: LoadedPayment, after: LoadedPayment, schedule: RecoverySchedule, now: number): JournalAppend {
  const events = after.events.slice(before.events.length);
  return {
    payment: after.payment,
    expectedVersion: before.version,
    events: events.map(writeEvent),
    names: namesOf(events, (reference) => providerOf(after.state, reference)),
    due: dueOf(after.state, schedule, now),
    review: after.state.operations.some(({ reviews }) => reviews.length > 0),
    messages: announce(after.payment, before.state, after.state, now),
  };
}

function providerOf({ operations }: PaymentState, reference: string): string | undefined {
  for (const { attempts } of operations) {
    const attempt = attempts.find(({ begun }) => begun.reference === reference);
    if (attempt !== undefined) return attempt.begun.provider;
  }
  return undefined;
}

async function attempt<Result>(step: () => Promise<Result>, effect: Effect): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    const message = 'the journal could not be read or written: nothing is done without it';
    throw new DucatError({ code: 'journal_failed', message, effect, cause });
  }
}

function nameTaken({ kind, value }: JournalName): DucatError {
  const message = `the ${kind} ${value} belongs to another payment already: choose another key`;
  return new DucatError({ code: 'idempotency_mismatch', message, effect: 'none' });
}
