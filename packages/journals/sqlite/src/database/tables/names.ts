import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JournalName } from '@ducat/core';

/** Which payment a name was given to. */
export class NamesTable {
  readonly #insert: StatementSync;
  readonly #owner: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('insert or ignore into names (kind, value, payment) values (?, ?, ?)');
    this.#owner = database.prepare(
      'select payments.payment from names join payments on payments.id = names.payment where kind = ? and value = ?',
    );
  }

  ownerOf({ kind, value }: JournalName): string | undefined {
    return (this.#owner.get(kind, value) as { payment: string } | undefined)?.payment;
  }

  /** They must be free, or the payment's already. */
  give(payment: number, names: readonly JournalName[]): void {
    for (const { kind, value } of names) this.#insert.run(kind, value, payment);
  }
}
