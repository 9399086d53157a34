import type { Clock, Journal, LeaseRequest, PageRequest } from '@ducat/core';
import type { Injector, Opportunity } from '../faults/injector.ts';
import type { JournalStep, Place } from '../faults/steps.ts';
import { wordsOf } from '../faults/table.ts';
import type { Trace } from '../trace/trace.ts';
import type { Calls } from './calls.ts';
import { never } from './never.ts';
import type { Owners } from './owners.ts';

export interface JournalSurroundings {
  /** What all processes share, and what outlives them. */
  readonly truth: Journal;
  /** Whether an idle round of recovery or delivery would find anything: else there is nothing for a fault to hit. */
  readonly isIdle: (step: 'lease' | 'outbox', now: number) => boolean;
  readonly clock: Clock;
  readonly injector: Injector;
  readonly trace: Trace;
  readonly owners: Owners;
  readonly calls: Calls;
  readonly process: { readonly name: string; isAlive(): boolean; crash(): void };
  /** The provider at which a payment is at this moment. */
  readonly placeOf: (payment: string) => Place;
}

interface JournalCall<Result> {
  readonly step: JournalStep;
  readonly owner: string;
  readonly place: Place;
  act(): Promise<Result>;
}

/** How long the disk takes, in milliseconds: long enough for another process to come between. */
const latency = 2;

/** The journal as one process has it: it takes time, fails, and is the last thing that a dying process does. */
export function faultyJournal(around: JournalSurroundings): Journal {
  const { truth, trace, owners, process, placeOf } = around;
  const of = (payment: string): Pick<JournalCall<unknown>, 'owner' | 'place'> => ({
    owner: owners.ofReference(payment),
    place: placeOf(owners.ofReference(payment)),
  });
  const own = { owner: process.name, place: 'any' } as const;
  return {
    append: (append) =>
      perform(around, {
        step: 'append',
        ...of(append.payment),
        async act() {
          const result = await truth.append(append);
          if (result.status === 'appended') {
            around.calls.written(process.name, owners.ofReference(append.payment));
            for (const { kind, value } of append.names)
              if (kind === 'transaction') owners.learn(value, owners.ofReference(append.payment));
          }
          const said = append.events.map(({ type, data }) => `${type} ${data}`).join(' ');
          trace.note(
            owners.ofReference(append.payment),
            `${process.name} append ${result.status} ${said} ${append.due ?? ''}`,
          );
          if (trace.isKept && result.status === 'appended') {
            trace.explain(owners.ofReference(append.payment), inWords(append.events));
          }
          return result;
        },
      }),
    read: (payment) => perform(around, { step: 'read', ...of(payment), act: () => truth.read(payment) }),
    find: (name) => perform(around, { step: 'find', ...own, act: () => truth.find(name) }),
    lease: (request: LeaseRequest) =>
      around.isIdle('lease', request.now)
        ? Promise.resolve([])
        : perform(around, { step: 'lease', ...own, act: () => truth.lease(request) }),
    reviews: (page: PageRequest) => truth.reviews(page),
    payments: (page: PageRequest) => truth.payments(page),
    takeMessages: (request) =>
      around.isIdle('outbox', request.now)
        ? Promise.resolve([])
        : perform(around, { step: 'outbox', ...own, act: () => truth.takeMessages(request) }),
    acknowledge: (sequences) => perform(around, { step: 'outbox', ...own, act: () => truth.acknowledge(sequences) }),
    close: async () => undefined,
  };
}

async function perform<Result>(around: JournalSurroundings, call: JournalCall<Result>): Promise<Result> {
  const { clock, injector, process } = around;
  if (!process.isAlive()) return never();
  const moment = injector.opportunity(call.owner, call.place, call.step);
  const fault = injector.one(moment);
  await new Promise<void>((resolve) => void clock.schedule(latency, resolve));
  if (!process.isAlive()) return never();
  if (fault !== undefined) meet(around, moment, fault);
  if (fault === 'crash_before') {
    process.crash();
    return never();
  }
  if (fault === 'fails_before') {
    around.calls.failed(process.name, call.owner);
    throw new Error('the disk is full');
  }
  const result = await call.act();
  if (fault === 'crash_after') {
    process.crash();
    return never();
  }
  if (fault === 'fails_after') around.calls.failed(process.name, call.owner);
  if (fault === 'fails_after') throw new Error('the connection to the database was lost');
  return result;
}

function meet({ injector, trace, process }: JournalSurroundings, moment: Opportunity, fault: string): void {
  injector.happened(moment, fault);
  trace.tell(moment.owner, `${wordsOf(fault, 'journal')} (${moment.step}, process ${process.name})`, true);
}

function inWords(events: readonly { readonly type: string; readonly data: string }[]): string {
  const said = events.map(({ type, data }) => {
    const { operation, reference, result, source, provider, finding, reason } = JSON.parse(data) as Spoken;
    const details = [operation, reference, provider, source, finding?.status, result, reason];
    return `${type.replaceAll('_', ' ')} (${details.filter((one) => one !== undefined).join(', ')})`;
  });
  return `the journal has: ${said.join('; ')}`;
}

type Spoken = Readonly<
  Partial<Record<'operation' | 'reference' | 'result' | 'source' | 'provider' | 'reason', string>>
> & {
  readonly finding?: { readonly status: string };
};
