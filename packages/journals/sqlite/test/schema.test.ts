import { readFileSync, writeFileSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../src/database/migrate.ts';
import { migrations } from '../src/database/migrations.ts';
import { full, newFile, openDatabase, openJournal } from './folder.ts';

/** A journal as the first release wrote it. The file is never changed. */
const firstRelease = readFileSync(new URL('version-1.sql', import.meta.url), 'utf8');

const schemaOf = (database: DatabaseSync): unknown =>
  database
    .prepare(
      `select name, type, tbl_name, replace(replace(sql, char(10), ' '), '  ', '') as sql from sqlite_schema order by name`,
    )
    .all()
    .map((row) => ({ ...row, sql: String(row['sql']).replaceAll(/\s+/g, ' ') }));

test('a file of version 1 is opened, with everything that is in it', async () => {
  const file = newFile();
  openDatabase(file).exec(firstRelease);
  const journal = openJournal(file);
  expect(await journal.payments({ limit: 5 })).toEqual(['first', 'second']);
  expect(await journal.read('first')).toEqual({
    version: 2,
    events: [
      { type: 'claimed', at: 1000, data: '{"amount":"10.00"}' },
      { type: 'evidence', at: 2000, data: '"\u{1f600}"' },
    ],
  });
  expect(await journal.find({ kind: 'operation', value: 'order 1' })).toBe('first');
  expect(await journal.reviews({ limit: 5 })).toEqual(['second']);
  expect(await journal.lease({ now: 6000, until: 7000, limit: 5 })).toEqual(['second']);
  const [message] = await journal.takeMessages({ now: 6000, until: 7000, limit: 5 });
  expect(message).toEqual({ sequence: 4, payment: 'first', type: 'payment.approved', at: 2000, data: '{}' });
  await journal.acknowledge([4]);
  expect(await journal.append(full('first', 2))).toEqual({ status: 'appended', version: 3 });
  // A number that no message has had.
  for (const sequence of [5, 6]) {
    const [next] = await journal.takeMessages({ now: 6000, until: 7000, limit: 5 });
    expect(next?.sequence).toBe(sequence);
    await journal.acknowledge([sequence]);
  }
});

test('a new file has the schema that the migrations from version 1 on lead to', () => {
  const [fresh, first] = [newFile(), newFile()];
  openJournal(fresh);
  openDatabase(first).exec(firstRelease);
  openJournal(first);
  expect(schemaOf(openDatabase(fresh))).toEqual(schemaOf(openDatabase(first)));
});

test('a migration keeps what was there; one that fails leaves the file as it was', async () => {
  const file = newFile();
  const journal = createSqliteJournal({ file });
  await journal.append(full('one', 0));
  await journal.close();
  const database = openDatabase(file);
  const next = 'alter table payments add column note text';
  expect(() => migrate(database, [...migrations, next, 'alter table nothing add column note text'])).toThrow('nothing');
  expect(database.prepare('pragma user_version').get()).toEqual({ user_version: migrations.length });
  expect(database.prepare('select * from payments').get()).not.toHaveProperty('note');
  migrate(database, [...migrations, next]);
  expect(database.prepare('select * from payments').get()).toMatchObject({ payment: 'one', note: null });
});

test('a file of a newer version is refused in words, and not touched', () => {
  const file = newFile();
  openDatabase(file).exec(`${firstRelease}; pragma user_version = 99`);
  const opening = (): unknown => createSqliteJournal({ file });
  expect(opening).toThrow(expect.objectContaining({ code: 'journal_failed', effect: 'none' }));
  expect(opening).toThrow(/version 99.*up to 1: update it/);
  expect(openDatabase(file).prepare('pragma user_version').get()).toEqual({ user_version: 99 });
});

test('a journal whose file is migrated by a newer version while it is open writes no more', async () => {
  const file = newFile();
  const journal = openJournal(file);
  await journal.append(full('one', 0));
  openDatabase(file).exec('pragma user_version = 2');
  await expect(journal.append(full('one', 1))).rejects.toThrow(/version 2 meanwhile/);
  expect((await journal.read('one'))?.version).toBe(1);
});

test('what is no journal is refused in words, and not touched', () => {
  const others = newFile();
  openDatabase(others).exec('create table customers (name text)');
  expect(() => createSqliteJournal({ file: others })).toThrow('another application');
  expect(schemaOf(openDatabase(others))).toHaveLength(1);
  const text = newFile();
  writeFileSync(text, 'Dear diary, '.repeat(1000));
  expect(() => createSqliteJournal({ file: text })).toThrow('not a database');
  expect(readFileSync(text, 'utf8')).toBe('Dear diary, '.repeat(1000));
});

test('a new file that another process migrates while it is being looked at is no foreign one', async () => {
  const file = newFile();
  const [database, other] = [openDatabase(file), openDatabase(file)];
  database.exec('pragma journal_mode = wal');
  const prepare = database.prepare.bind(database);
  database.prepare = (query: string): StatementSync => {
    if (query.includes('sqlite_schema')) migrate(other, migrations);
    return prepare(query);
  };
  migrate(database, migrations);
  database.prepare = prepare;
  expect((await openJournal(file).payments({ limit: 1 })).length).toBe(0);
});

test('no column is named after what must not be kept', () => {
  const file = newFile();
  openJournal(file);
  const columns = openDatabase(file)
    .prepare(`select t.name || '.' || c.name as path from pragma_table_list t join pragma_table_xinfo(t.name) c
      where t.schema = 'main' and t.name not like 'sqlite%'`)
    .all()
    .map(({ path }) => String(path));
  expect(columns).toHaveLength(5 + 5 + 3 + 6);
  expect(columns.filter((path) => /card|pan|cvv|cvc|number|holder|expir/i.test(path))).toEqual([]);
});
