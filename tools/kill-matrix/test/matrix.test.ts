import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catchBreakages } from '../src/controls/catch.ts';
import type { Lanes } from '../src/lane/lanes.ts';
import { openLanes } from '../src/lane/lanes.ts';
import { runMatrix } from '../src/matrix/run.ts';
import { runRaces } from '../src/races/run.ts';

// A part of what `pnpm kill-matrix` does: enough to see that it kills, that it recovers, and that it notices.
const patience = 180_000;

describe('the kill matrix', () => {
  let lanes: Lanes;

  beforeAll(async () => {
    lanes = await openLanes();
  }, patience);

  afterAll(() => lanes.close());

  test(
    'kills a charge before and after each of its steps, and every invariant holds',
    { timeout: patience },
    async () => {
      const density = { within: 0, again: 0, both: false, seed: 1 };
      const cells = [{ scenario: 'charge', provider: 'paycross' }] as const;
      const { results, failed } = await runMatrix(lanes, cells, density, () => undefined);
      expect(failed).toEqual([]);
      expect(results.flatMap(({ violations }) => violations)).toEqual([]);
      const killed = results.filter(({ kills }) => kills === 1);
      expect(killed.length).toBeGreaterThanOrEqual(9);
      expect(new Set(killed.map(({ order }) => order.repeats))).toEqual(new Set([true, false]));
      expect(killed.some(({ outcome }) => outcome === 'approved')).toBe(true);
    },
  );

  test('notices an engine that writes down what it sent only afterwards', { timeout: patience }, async () => {
    const [caught] = await catchBreakages(lanes, ['journal_after_call']);
    expect(caught).toMatchObject({ invariant: 2, what: expect.stringMatching(/the bank has \d+, the journal 0/) });
  });

  test('lets one of many captures and voids win, from two processes', { timeout: patience }, async () => {
    const results = await runRaces(lanes, ['capture_or_void'], 20);
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
    expect(results.map(({ answers }) => Object.fromEntries(answers))).toEqual([
      { approved: 1, invalid_request: 19 },
      { approved: 1, invalid_request: 19 },
    ]);
  });
});
