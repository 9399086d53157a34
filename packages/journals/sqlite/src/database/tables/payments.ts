import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JournalAppend, LeaseRequest, PageRequest } from '@ducat/core';

/** What an append has to know of its payment. */
export interface PaymentRow {
  readonly id: number;
  readonly version: number;
}

/** One row a payment: its version, when it is due, whether it is in review. */
export class PaymentsTable {
  readonly #byName: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #anyDue: StatementSync;
  readonly #due: StatementSync;
  readonly #postpone: StatementSync;
  readonly #page: StatementSync;
  readonly #reviews: StatementSync;

  constructor(database: DatabaseSync) {
    this.#byName = database.prepare('select id, version from payments where payment = ?');
    this.#insert = database.prepare('insert into payments (payment, version, due, review) values (?, ?, ?, ?)');
    this.#update = database.prepare('update payments set version = ?, due = ?, review = ? where id = ?');
    this.#anyDue = database.prepare('select 1 from payments where due <= ? limit 1');
    this.#due = database.prepare('select id, payment from payments where due <= ? order by due, id limit ?');
    this.#postpone = database.prepare('update payments set due = ? where id = ?');
    this.#page = database.prepare('select payment from payments where id > ? order by id limit ?');
    this.#reviews = database.prepare('select payment from payments where review = 1 and id > ? order by id limit ?');
  }

  find(payment: string): PaymentRow | undefined {
    return this.#byName.get(payment) as PaymentRow | undefined;
  }

  /** Writes the row anew, or the first time. Returns its id. */
  put(known: PaymentRow | undefined, version: number, { payment, due: time, review }: Put): number {
    const due = time ?? null;
    const flag = review ? 1 : 0;
    if (known === undefined) return Number(this.#insert.run(payment, version, due, flag).lastInsertRowid);
    this.#update.run(version, due, flag, known.id);
    return known.id;
  }

  hasDue(now: number): boolean {
    return this.#anyDue.get(now) !== undefined;
  }

  lease({ now, until, limit }: LeaseRequest): string[] {
    const rows = this.#due.all(now, limit) as { id: number; payment: string }[];
    for (const { id } of rows) this.#postpone.run(until, id);
    return rows.map(({ payment }) => payment);
  }

  /** `undefined` when the page before ended with a payment that there is not. */
  page(request: PageRequest): string[] | undefined {
    return this.#listed(this.#page, request);
  }

  reviews(request: PageRequest): string[] | undefined {
    return this.#listed(this.#reviews, request);
  }

  #listed(statement: StatementSync, { after, limit }: PageRequest): string[] | undefined {
    const last = after === undefined ? { id: 0 } : this.find(after);
    return last && (statement.all(last.id, limit) as { payment: string }[]).map(({ payment }) => payment);
  }
}

type Put = Pick<JournalAppend, 'payment' | 'due' | 'review'>;
