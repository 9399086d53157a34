import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LeaseRequest, NewMessage, OutboxMessage } from '@ducat/core';

/** Before every time that a clock can show: nobody has taken it. */
const free = Number.MIN_SAFE_INTEGER;

/** The outbox: what subscribers have not been told yet. */
export class MessagesTable {
  readonly #insert: StatementSync;
  readonly #front: StatementSync;
  readonly #anyFree: StatementSync;
  readonly #free: StatementSync;
  readonly #take: StatementSync;
  readonly #remove: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('insert into messages (payment, type, at, data, free_at) values (?, ?, ?, ?, ?)');
    this.#front = database.prepare(
      'select sequence, free_at from messages where payment = ? order by sequence limit 1',
    );
    this.#anyFree = database.prepare('select 1 from messages where free_at is not null and free_at <= ? limit 1');
    this.#free = database.prepare(
      `select sequence, payments.payment, type, at, data from messages join payments on payments.id = messages.payment
       where free_at is not null and free_at <= ? order by sequence limit ?`,
    );
    this.#take = database.prepare('update messages set free_at = ? where sequence = ?');
    this.#remove = database.prepare('delete from messages where sequence = ? returning payment');
  }

  add(payment: number, messages: readonly NewMessage[]): void {
    let isFront = messages.length > 0 && this.#front.get(payment) === undefined;
    for (const { type, at, data } of messages) {
      this.#insert.run(payment, type, at, data, isFront ? free : null);
      isFront = false;
    }
  }

  hasFree(now: number): boolean {
    return this.#anyFree.get(now) !== undefined;
  }

  take({ now, until, limit }: LeaseRequest): OutboxMessage[] {
    const rows = this.#free.all(now, limit) as unknown as OutboxMessage[];
    for (const { sequence } of rows) this.#take.run(until, sequence);
    return rows.map(({ type, at, data, sequence, payment }) => ({ type, at, data, sequence, payment }));
  }

  acknowledge(sequences: readonly number[]): void {
    for (const sequence of sequences) {
      const removed = this.#remove.get(sequence) as { payment: number } | undefined;
      if (removed === undefined) continue;
      const front = this.#front.get(removed.payment) as { sequence: number; free_at: number | null } | undefined;
      if (front?.free_at === null) this.#take.run(free, front.sequence);
    }
  }
}
