import { expect, test } from 'vitest';
import { newFile, openDatabase, openJournal } from './folder.ts';

const many = 300_000;

function middleOf(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? 0;
}

test('what is due, and what is to be told, is found by an index among hundreds of thousands', async () => {
  const file = newFile();
  const journal = openJournal(file);
  const database = openDatabase(file);
  database.exec(`
    with recursive number (n) as (select 1 union all select n + 1 from number where n < ${many})
    insert into payments select n, 'payment ' || n, 1, case when n % 2 then 1000000 + n end, 0 from number;
    insert into messages select null, id, 'step', 1, '', case when id % 1000 = 1 then 5000 end from payments;
  `);
  // What it costs to look at every row, on this machine at this moment.
  const scan = database.prepare('select count(*) from payments, messages on sequence = id where +due + at = 0');
  const times: Record<'scan' | 'lease' | 'take', number[]> = { scan: [], lease: [], take: [] };
  const timed = async <Value>(kind: keyof typeof times, work: () => Value | Promise<Value>): Promise<Value> => {
    const begin = performance.now();
    const value = await work();
    times[kind].push(performance.now() - begin);
    return value;
  };
  for (let now = 1_000_100; now < 1_000_280; now += 20) {
    await timed('scan', () => scan.get());
    const request = { now, until: now + 9_000_000, limit: 10 };
    expect(await timed('lease', () => journal.lease(request))).toHaveLength(10);
    expect(await timed('take', () => journal.takeMessages(request))).toHaveLength(10);
  }
  expect(middleOf(times.lease)).toBeLessThan(middleOf(times.scan) / 5);
  expect(middleOf(times.take)).toBeLessThan(middleOf(times.scan) / 5);
});
