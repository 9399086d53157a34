import type { DatabaseSync } from 'node:sqlite';
import type { AppendResult, JournalAppend } from '@ducat/core';
import { EventsTable } from './tables/events.ts';
import { MessagesTable } from './tables/messages.ts';
import { NamesTable } from './tables/names.ts';
import { PaymentsTable } from './tables/payments.ts';

/** The tables of one open database, with their prepared statements. */
export class Store {
  readonly database: DatabaseSync;
  readonly payments: PaymentsTable;
  readonly events: EventsTable;
  readonly names: NamesTable;
  readonly messages: MessagesTable;

  constructor(database: DatabaseSync) {
    this.database = database;
    this.payments = new PaymentsTable(database);
    this.events = new EventsTable(database);
    this.names = new NamesTable(database);
    this.messages = new MessagesTable(database);
  }

  /**
   * Within a transaction that nobody else can write beside. Looks at everything before it writes anything, so that a
   * refused append leaves nothing to undo and its neighbours in the transaction are not touched.
   */
  append(append: JournalAppend): AppendResult {
    const known = this.payments.find(append.payment);
    const before = known?.version ?? 0;
    if (before !== append.expectedVersion) return { status: 'conflict', version: before };
    for (const name of append.names) {
      const payment = this.names.ownerOf(name);
      if (payment !== undefined && payment !== append.payment) return { status: 'taken', name, payment };
    }
    const version = before + append.events.length;
    const id = this.payments.put(known, version, append);
    this.events.add(id, before, append.events);
    this.names.give(id, append.names);
    this.messages.add(id, append.messages);
    return { status: 'appended', version };
  }
}
