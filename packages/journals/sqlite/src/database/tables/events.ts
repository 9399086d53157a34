import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JournalEvent, PaymentHistory } from '@ducat/core';

/** The histories. */
export class EventsTable {
  readonly #insert: StatementSync;
  readonly #ofPayment: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('insert into events (payment, version, type, at, data) values (?, ?, ?, ?, ?)');
    // One statement, so that it sees one moment.
    this.#ofPayment = database.prepare(
      'select type, at, data from events where payment = (select id from payments where payment = ?) order by version',
    );
  }

  /** Returns the version after them. */
  add(payment: number, version: number, events: readonly JournalEvent[]): number {
    let last = version;
    for (const { type, at, data } of events) this.#insert.run(payment, (last += 1), type, at, data);
    return last;
  }

  read(payment: string): PaymentHistory | undefined {
    const events = (this.#ofPayment.all(payment) as unknown as JournalEvent[]).map(({ type, at, data }) => ({
      type,
      at,
      data,
    }));
    return events.length === 0 ? undefined : { version: events.length, events };
  }
}
