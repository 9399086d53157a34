import type { Clock, Journal, Provider } from '@ducat/core';
import type { Payments, PaymentsOptions, Subscriber } from '@ducat/payments';
import type { Router } from '@ducat/router';
import type { Trace } from '../trace/trace.ts';
import { ProcessClock } from './process-clock.ts';

export type CreatePayments = (options: PaymentsOptions) => Payments;

/** What a call to a process came to; `died` when the process did before it answered. */
export type Answer<Value> =
  | { readonly kind: 'result'; readonly value: Value }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'died' };

export interface ProcessSurroundings {
  readonly createPayments: CreatePayments;
  readonly truth: Clock;
  readonly trace: Trace;
  /** Between rounds of recovery, in milliseconds. */
  readonly recoverEvery: number;
  readonly vault: NonNullable<PaymentsOptions['vault']>;
  readonly subscriber: Subscriber;
  /** What a new process connects to. */
  readonly connect: (process: Process) => {
    readonly journal: Journal;
    readonly providers: readonly Provider[];
    readonly router: Router;
  };
}

/** One process with an engine of its own. When it dies, nothing that it waited for ever comes back to it. */
export class Process {
  readonly name: string;
  readonly clock: ProcessClock;
  readonly payments: Payments;
  readonly journal: Journal;
  readonly #around: ProcessSurroundings;
  readonly #mourners = new Set<() => void>();
  #alive = true;

  constructor(name: string, around: ProcessSurroundings, clockOffset: number) {
    this.name = name;
    this.#around = around;
    this.clock = new ProcessClock(around.truth, () => this.#alive, clockOffset);
    const { journal, providers, router } = around.connect(this);
    this.journal = journal;
    const { createPayments, vault, subscriber, recoverEvery } = around;
    this.payments = createPayments({
      providers,
      journal,
      routes: router,
      clock: this.clock,
      vault,
      subscribers: [subscriber],
      delivery: { everyMilliseconds: 2 * recoverEvery },
      recovery: { everyMilliseconds: recoverEvery },
    });
  }

  isAlive(): boolean {
    return this.#alive;
  }

  crash(): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#around.trace.note('', `process ${this.name} died`);
    for (const mourn of this.#mourners) mourn();
  }

  /** Runs when the process dies. */
  onDeath(task: () => void): () => void {
    this.#mourners.add(task);
    return () => void this.#mourners.delete(task);
  }

  /** Asks the process for something, as a client of it would: the answer may never come. */
  async ask<Value>(question: (payments: Payments) => Promise<Value>): Promise<Answer<Value>> {
    if (!this.#alive) return { kind: 'died' };
    return await new Promise((resolve) => {
      const release = this.onDeath(() => resolve({ kind: 'died' }));
      const end = (answer: Answer<Value>): void => {
        release();
        resolve(this.#alive ? answer : { kind: 'died' });
      };
      asked(question, this.payments).then(
        (value) => end({ kind: 'result', value }),
        (error: unknown) => end({ kind: 'error', error }),
      );
    });
  }
}

/** An engine that throws at once is taken like one that rejects. */
async function asked<Value>(question: (payments: Payments) => Promise<Value>, payments: Payments): Promise<Value> {
  return await question(payments);
}
