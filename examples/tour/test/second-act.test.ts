import { expect, test } from 'vitest';
import { isSafe } from '../src/second-act/print.ts';
import { playSecondAct } from '../src/second-act/second-act.ts';

test('after every misfortune and a killed process the journal says what the banks say, and nobody is charged twice', async () => {
  const act = await playSecondAct(48);
  expect(act.books).toMatchObject({ chargedTwice: [], open: [], isEqual: true });
  expect(isSafe(act)).toBe(true);
  expect(act.misfortunes.filter(([, times]) => times === 0)).toEqual([]);
  expect(act.statuses.reduce((sum, [, payments]) => sum + payments, 0)).toBe(48);
}, 120_000);

test('books that do not agree, a second charge and an open payment are not safe', () => {
  const books = { pages: [], chargedTwice: [], open: [], inReview: [], isEqual: true };
  const act = { payments: 1, killedAfter: 0, hours: 0, failovers: 0, misfortunes: [], statuses: [] };
  expect(isSafe({ ...act, books })).toBe(true);
  expect(isSafe({ ...act, books: { ...books, isEqual: false } })).toBe(false);
  expect(isSafe({ ...act, books: { ...books, chargedTwice: ['order-1'] } })).toBe(false);
  expect(isSafe({ ...act, books: { ...books, open: ['order-1'] } })).toBe(false);
});
