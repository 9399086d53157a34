import type { ChargeRequest, Clock } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import type { VirtualClock } from '@ducat/simulator';
import { createVirtualClock } from '@ducat/simulator';
import type { OperationResult, Payments, PaymentsOptions } from '../../src/index.ts';
import { createPayments } from '../../src/index.ts';
import type { ShakyJournal } from './shaky-journal.ts';
import { shakyJournal } from './shaky-journal.ts';
import type { TinyProvider } from './tiny-provider.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Tiny providers, one journal, one virtual clock. */
export interface Stage {
  readonly clock: VirtualClock;
  readonly journal: ShakyJournal;
  /** An engine, as another process would have one. */
  open(options?: Partial<PaymentsOptions>): Payments;
  /** What becomes of a call when so much time passes. */
  after<Value>(milliseconds: number, call: Promise<Value>): Promise<Value>;
  /** Waits until so much time has passed; somebody else advances the clock. */
  sleep(milliseconds: number): Promise<void>;
  /** Recovery of a process that lives so long. */
  recover(milliseconds: number, options?: Partial<PaymentsOptions>): Promise<void>;
  /** The result of a payment's operation, as the journal has it. */
  read(payment: string, operation?: number): Promise<OperationResult | undefined>;
  /** What was told to subscribers, oldest first. */
  events(): Promise<string[]>;
}

export function openStage(...providers: readonly TinyProvider[]): Stage {
  const clock = createVirtualClock(Date.UTC(2026, 10, 21));
  const memory = createMemoryJournal();
  const journal = shakyJournal(memory);
  const open = (options: Partial<PaymentsOptions> = {}): Payments =>
    createPayments({ providers, journal, clock, recovery: false, ...options });
  const told: string[] = [];
  return {
    clock,
    journal,
    open,
    async after(milliseconds, call) {
      const settled = call.then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      await clock.advance(milliseconds);
      const result = await settled;
      if ('error' in result) throw result.error;
      return result.value;
    },
    sleep: (milliseconds) => new Promise((resolve) => void clock.schedule(milliseconds, resolve)),
    async recover(milliseconds, options = {}) {
      // Not closed: closing would close the journal, which other processes go on using.
      const payments = open({ ...options, recovery: false });
      const step = Math.max(5000, milliseconds / 1000);
      for (let spent = 0; spent < milliseconds; spent += step) {
        const round = payments.recover();
        await clock.advance(step);
        await round;
      }
    },
    async read(payment, operation = 0) {
      return (await open().get(payment))?.operations[operation];
    },
    async events() {
      for (;;) {
        const now = clock.now();
        const messages = await memory.takeMessages({ now, until: now + 1, limit: 100 });
        if (messages.length === 0) return [...told];
        told.push(...messages.map(({ type }) => type));
        await memory.acknowledge(messages.map(({ sequence }) => sequence));
      }
    },
  };
}

/** The stage's clock, set wrong by so much. */
export function wrongClock({ clock }: Stage, shift: () => number): Clock {
  return { now: () => clock.now() + shift(), schedule: (delay, task) => clock.schedule(delay, task) };
}

/** An order of 10.00 EUR. */
export function order(more: Partial<ChargeRequest> = {}): ChargeRequest {
  const card = new Card({ number: '4111111111111111', expiryMonth: 10, expiryYear: 2035, securityCode: '123' });
  return { amount: eur('10.00'), description: 'A hat', source: { kind: 'card', card }, ...more };
}

export function eur(text: string): Money {
  return Money.parse(text, 'EUR');
}
