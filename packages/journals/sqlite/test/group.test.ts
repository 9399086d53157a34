import { expect, test } from 'vitest';
import { full, newFile, openDatabase, openJournal } from './folder.ts';

const payments = Array.from({ length: 100 }, (_, index) => `payment ${index}`);

/** How long the log is, in pages. */
function logLength(file: string): number {
  return Number(openDatabase(file).prepare('pragma wal_checkpoint(passive)').get()?.['log']);
}

test('appends of one moment share a commit', async () => {
  const [together, alone] = [newFile(), newFile()];
  const group = openJournal(together);
  await Promise.all(payments.map((payment) => group.append(full(payment, 0))));
  const single = openJournal(alone);
  for (const payment of payments) await single.append(full(payment, 0));
  expect(logLength(together)).toBeLessThan(logLength(alone) / 5);
});

test('an append that cannot be written fails alone: its neighbours in the commit are written', async () => {
  const file = newFile();
  const journal = openJournal(file);
  const refusing = `create trigger refusing before insert on messages when new.type = 'bad'
    begin select raise(abort, 'no room for this one'); end`;
  openDatabase(file).exec(refusing);
  const appends = [full('one', 0), full('two', 0, 'bad'), full('three', 0)];
  const [one, two, three] = await Promise.allSettled(appends.map((append) => journal.append(append)));
  expect([one?.status, three?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(two).toMatchObject({ reason: { code: 'journal_failed', effect: 'possible', retry: 'after_lookup' } });
  expect(String((two as PromiseRejectedResult).reason)).toContain('no room for this one');
  expect(await journal.payments({ limit: 5 })).toEqual(['one', 'three']);
  expect(await journal.find({ kind: 'operation', value: 'two' })).toBeUndefined();
});

test('when the commit fails every append of the group fails, and nothing half-done stays', async () => {
  const file = newFile();
  const journal = openJournal(file);
  // A constraint that is looked at when the transaction is committed.
  openDatabase(file).exec(`
    create table late (payment integer references payments (id) deferrable initially deferred);
    create trigger failing after insert on events when new.type = 'bad' begin insert into late values (-1); end;
  `);
  const appends = [full('one', 0), full('two', 0, 'bad'), full('three', 0)];
  const results = await Promise.allSettled(appends.map((append) => journal.append(append)));
  for (const result of results)
    expect(result).toMatchObject({ reason: { code: 'journal_failed', effect: 'possible' } });
  expect(await journal.payments({ limit: 5 })).toEqual([]);
  expect(await journal.takeMessages({ now: 1, until: 2, limit: 5 })).toEqual([]);
  expect(await journal.append(full('one', 0))).toEqual({ status: 'appended', version: 1 });
});

test('the file knows no change and no removal of an event', async () => {
  const file = newFile();
  await openJournal(file).append(full('one', 0));
  const database = openDatabase(file);
  expect(() => database.exec(`update events set data = 'changed'`)).toThrow('events are never changed');
  expect(() => database.exec('delete from events')).toThrow('events are never removed');
});

test('the log is brought into the database while there is writing, and does not grow without end', async () => {
  const file = newFile();
  const journal = openJournal(file);
  const data = 'x'.repeat(500_000);
  for (let version = 0; version < 60; version += 1) {
    const event = { type: 'long', at: 1, data };
    await journal.append({ ...full('one', version), events: [event], messages: [] });
  }
  // 60 times 123 pages were written.
  expect(logLength(file)).toBeLessThan(5_000);
});
