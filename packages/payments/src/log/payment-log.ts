import type { AppendResult, Journal, JournalAppend, JournalName } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymentEvent } from '../model/event.ts';
import { announce } from '../outbox/announce.ts';
import { dueOf } from '../recovery/due.ts';
import type { RecoverySchedule } from '../recovery/schedule.ts';
import type { PaymentState } from '../reduce/state.ts';
import { readEvent, writeEvent } from './event-text.ts';
import type { LoadedPayment } from './loaded.ts';
import { emptyPayment, extend, loadedFrom } from './loaded.ts';
import { namesOf } from './names.ts';

/**
 * What to write, given what is there; an empty list writes nothing. Asked again when somebody else was quicker, and
 * where nobody knows whether an earlier answer was written.
 */
type Decide = (loaded: LoadedPayment) => readonly PaymentEvent[];

type Effect = DucatError['effect'];

/** Histories of payments over a journal: read, decide, write, and again when another writer came between. */
export interface PaymentLog {
  /** The payment; at version 0 when there is none. */
  load(payment: string): Promise<LoadedPayment>;
  /**
   * Writes what `decide` says about the newest version, and what follows from it: conclusions, names, the next look,
   * messages. `from` saves a reading when it is still the newest. When the journal fails, the error says with `effect`
   * whether anything may have been sent before; by default something may. `retries` is for what a `decide` does not
   * write twice: so often a rejected append is followed by another try. Default: never.
   */
  amend(from: LoadedPayment, decide: Decide, effect?: Effect, retries?: number): Promise<LoadedPayment>;
  /** The payment that a name was given to. */
  find(name: JournalName): Promise<string | undefined>;
}

export function createPaymentLog(journal: Journal, schedule: RecoverySchedule, now: () => number): PaymentLog {
  async function load(payment: string, effect: Effect = 'none'): Promise<LoadedPayment> {
    const history = await orFail(() => journal.read(payment), effect);
    return history === undefined ? emptyPayment(payment) : loadedFrom(payment, history.events.map(readEvent));
  }

  const amend: PaymentLog['amend'] = async (from, decide, effect = 'possible', retries = 0) => {
    const foreign: string[] = [];
    let loaded = from;
    let failures = 0;
    for (;;) {
      const at = now();
      const written = extend(loaded, decide(loaded), schedule.graceMilliseconds, at);
      if (written.version === loaded.version) return loaded;
      const append = appendOf(loaded, written, schedule, at, foreign);
      let result: AppendResult | undefined;
      try {
        result = await journal.append(append);
      } catch (cause) {
        if (failures === retries) throw failed(effect, cause);
        failures += 1;
      }
      if (result?.status === 'appended') return written;
      // Somebody was quicker; or the append failed, and may have happened all the same.
      if (result?.status !== 'taken') loaded = await load(from.payment, effect);
      else if (result.name.kind !== 'transaction') throw nameTaken(result.name);
      // The provider uses one id twice. What it said of this payment is kept all the same.
      else foreign.push(result.name.value);
    }
  };

  return { load: (payment) => load(payment), amend, find: (name) => orFail(() => journal.find(name), 'none') };
}

/** @param foreign names that belong to other payments */
function appendOf(
  before: LoadedPayment,
  after: LoadedPayment,
  schedule: RecoverySchedule,
  now: number,
  foreign: readonly string[],
): JournalAppend {
  const events = after.events.slice(before.events.length);
  const names = namesOf(events, (reference) => providerOf(after.state, reference));
  return {
    payment: after.payment,
    expectedVersion: before.version,
    events: events.map(writeEvent),
    names: names.filter(({ value }) => !foreign.includes(value)),
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

async function orFail<Result>(step: () => Promise<Result>, effect: Effect): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    throw failed(effect, cause);
  }
}

function failed(effect: Effect, cause: unknown): DucatError {
  const message = 'the journal could not be read or written: nothing is done without it';
  return new DucatError({ code: 'journal_failed', message, effect, cause });
}

function nameTaken({ kind, value }: JournalName): DucatError {
  const message = `the ${kind} ${value} belongs to another payment already: choose another key`;
  return new DucatError({ code: 'idempotency_mismatch', message, effect: 'none' });
}
