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

insert into payments values (1, 'first', 2, null, 0), (2, 'second', 1, 5000, 1);
insert into events values
  (1, 1, 'claimed', 1000, '{"amount":"10.00"}'),
  (1, 2, 'evidence', 2000, '"😀"'),
  (2, 1, 'claimed', 3000, '{}');
insert into names values ('operation', 'order 1', 1), ('operation', 'order 2', 2);
insert into messages values
  (4, 1, 'payment.approved', 2000, '{}', -9007199254740991),
  (5, 1, 'payment.settled', 2000, '{}', null);
pragma application_id = 1148543841;
pragma user_version = 1;
