/**
 * Version n of the schema is made of version n - 1 by the n-th text. What was released is never changed: a change is a
 * new text at the end.
 *
 * - Payments are numbered in the order of their first events: a page begins where the one before it ended.
 * - `events` are clustered by payment, so that a history is read from neighbouring pages.
 * - A message of the outbox is deleted when it is acknowledged. AUTOINCREMENT, because its number must not be given to
 *   another: a late repetition of the acknowledgement would delete that one unseen.
 * - `free_at` is NULL while an older message of the same payment waits.
 */
export const migrations: readonly string[] = [
  `
  create table payments (
    id integer primary key,
    payment text not null unique,
    version integer not null,
    due integer,
    review integer not null
  ) strict;
  create index payments_due on payments (due, id) where due is not null;
  create index payments_in_review on payments (id) where review = 1;

  create table events (
    payment integer not null references payments (id),
    version integer not null,
    type text not null,
    at integer not null,
    data text not null,
    primary key (payment, version)
  ) strict, without rowid;
  create trigger events_are_not_changed before update on events begin select raise(abort, 'events are never changed'); end;
  create trigger events_are_not_removed before delete on events begin select raise(abort, 'events are never removed'); end;

  create table names (
    kind text not null,
    value text not null,
    payment integer not null references payments (id),
    primary key (kind, value)
  ) strict, without rowid;

  create table messages (
    sequence integer primary key autoincrement,
    payment integer not null references payments (id),
    type text not null,
    at integer not null,
    data text not null,
    free_at integer
  ) strict;
  create index messages_of_payments on messages (payment, sequence);
  create index messages_in_front on messages (sequence, free_at) where free_at is not null;
  `,
];
