import type {
  AppendResult,
  Journal,
  JournalAppend,
  JournalEvent,
  JournalName,
  LeaseRequest,
  OutboxMessage,
  PageRequest,
  PaymentHistory,
} from '@ducat/core';
import { DucatError, checkAppend, checkLease, checkName, checkPage, invalidRequest } from '@ducat/core';
import type { HeapItem } from './heap.ts';
import { Heap } from './heap.ts';
import { Outbox } from './outbox.ts';

interface Payment extends HeapItem {
  readonly key: string;
  /** Place among all payments, in the order of their first events. */
  readonly ordinal: number;
  readonly events: JournalEvent[];
  due: number;
}

/** Never due. */
const never = Infinity;

/**
 * A journal that lives and dies with its process, for tests, simulations and demos. Everything happens at the moment of
 * the call, in the order of the calls.
 */
export function createMemoryJournal(): Journal {
  return new MemoryJournal();
}

class MemoryJournal implements Journal {
  readonly #payments = new Map<string, Payment>();
  readonly #inOrder: Payment[] = [];
  readonly #names = {
    operation: new Map<string, string>(),
    attempt: new Map<string, string>(),
    transaction: new Map<string, string>(),
  };
  readonly #due = new Heap<Payment>(
    (left, right) => left.due < right.due || (left.due === right.due && left.ordinal < right.ordinal),
  );
  readonly #reviews = new Set<Payment>();
  readonly #outbox = new Outbox();
  #isClosed = false;

  async append(append: JournalAppend): Promise<AppendResult> {
    this.#requireOpen();
    checkAppend(append);
    const known = this.#payments.get(append.payment);
    const version = known?.events.length ?? 0;
    if (version !== append.expectedVersion) return { status: 'conflict', version };
    for (const name of append.names) {
      const payment = this.#names[name.kind].get(name.value);
      if (payment !== undefined && payment !== append.payment) return { status: 'taken', name, payment };
    }

    const payment = known ?? this.#begin(append.payment);
    for (const { type, at, data } of append.events) payment.events.push({ type, at, data });
    for (const { kind, value } of append.names) this.#names[kind].set(value, payment.key);
    this.#setDue(payment, append.due ?? never);
    if (append.review) this.#reviews.add(payment);
    else this.#reviews.delete(payment);
    this.#outbox.add(payment.key, append.messages);
    return { status: 'appended', version: payment.events.length };
  }

  async read(payment: string): Promise<PaymentHistory | undefined> {
    this.#requireOpen();
    const events = this.#payments.get(payment)?.events;
    return events === undefined ? undefined : { version: events.length, events: events.map((event) => ({ ...event })) };
  }

  async find(name: JournalName): Promise<string | undefined> {
    this.#requireOpen();
    checkName(name);
    return this.#names[name.kind].get(name.value);
  }

  async lease(request: LeaseRequest): Promise<readonly string[]> {
    this.#requireOpen();
    checkLease(request);
    const leased: Payment[] = [];
    for (let first = this.#due.first(); first !== undefined; first = this.#due.first()) {
      if (first.due > request.now || leased.length === request.limit) break;
      this.#due.remove(first);
      leased.push(first);
    }
    for (const payment of leased) this.#setDue(payment, request.until);
    return leased.map(({ key }) => key);
  }

  async reviews(page: PageRequest): Promise<readonly string[]> {
    this.#requireOpen();
    const inOrder = [...this.#reviews].sort((left, right) => left.ordinal - right.ordinal);
    const begin = this.#beginOf(page);
    return inOrder
      .filter(({ ordinal }) => ordinal >= begin)
      .slice(0, page.limit)
      .map(({ key }) => key);
  }

  async payments(page: PageRequest): Promise<readonly string[]> {
    this.#requireOpen();
    const begin = this.#beginOf(page);
    return this.#inOrder.slice(begin, begin + page.limit).map(({ key }) => key);
  }

  async takeMessages(request: LeaseRequest): Promise<readonly OutboxMessage[]> {
    this.#requireOpen();
    checkLease(request);
    return this.#outbox.take(request);
  }

  async acknowledge(sequences: readonly number[]): Promise<void> {
    this.#requireOpen();
    for (const sequence of sequences) this.#outbox.acknowledge(sequence);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #begin(key: string): Payment {
    const payment = { key, ordinal: this.#inOrder.length, events: [], due: never, place: -1 };
    this.#payments.set(key, payment);
    this.#inOrder.push(payment);
    return payment;
  }

  #setDue(payment: Payment, due: number): void {
    payment.due = due;
    if (due === never) this.#due.remove(payment);
    else this.#due.place(payment);
  }

  /** The ordinal at which a page begins. */
  #beginOf(page: PageRequest): number {
    checkPage(page);
    if (page.after === undefined) return 0;
    const last = this.#payments.get(page.after);
    if (last === undefined) throw invalidRequest('after', 'names no payment of this journal');
    return last.ordinal + 1;
  }

  #requireOpen(): void {
    if (this.#isClosed) {
      throw new DucatError({ code: 'journal_failed', message: 'the journal is closed', effect: 'possible' });
    }
  }
}
