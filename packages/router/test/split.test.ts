import { createRouter } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charge, ids, provider, providers, routes } from './house.ts';
import { hashOf } from '../src/choose/hash.ts';

const splitBy = (split: Readonly<Record<string, number>>) =>
  createRouter({ providers, routes: routes([{ name: 'split', split }]) });
const keys = Array.from({ length: 20_000 }, (_, index) => `order-${index}`);
const firstOf = (router: ReturnType<typeof createRouter>, key: string) =>
  router.plan(charge({}, { key })).candidates[0];

function counts(router: ReturnType<typeof createRouter>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const key of keys) {
    const first = firstOf(router, key) ?? '';
    found[first] = (found[first] ?? 0) + 1;
  }
  return found;
}

describe('a split', () => {
  it('gives each provider its share of payments', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }), (one, two) => {
        fc.pre(one + two < 100);
        const split = { alpha: one, beta: two, gamma: 100 - one - two };
        const found = counts(splitBy(split));
        for (const id of ids) {
          const expected = (split[id] / 100) * keys.length;
          // Five standard deviations: with a fair draw it fails once in millions of runs.
          const deviation = Math.sqrt(expected * (1 - split[id] / 100));
          expect(Math.abs((found[id] ?? 0) - expected), `${id} of ${JSON.stringify(split)}`).toBeLessThan(
            5 * deviation + 1,
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  it('draws evenly, for keys that differ in their last character only', () => {
    const cells = Array.from({ length: 100 }, () => 0);
    for (const key of keys) {
      const cell = Math.floor((hashOf(key, 1) / 2 ** 32) * 100);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const expected = keys.length / 100;
    const chiSquare = cells.reduce((sum, cell) => sum + (cell - expected) ** 2 / expected, 0);
    // 99 degrees of freedom: 99.99 % of even draws are below.
    expect(chiSquare).toBeLessThan(161);
  });

  it('sends a repeat the same way, from another process and after other payments too', () => {
    const router = splitBy({ alpha: 50, beta: 50 });
    const before = keys.slice(0, 500).map((key) => firstOf(router, key));
    const again = splitBy({ beta: 50, alpha: 50 });
    expect(keys.slice(0, 500).map((key) => firstOf(again, key))).toEqual(before);
    // What was drawn once is drawn for ever: a new version of this library must not send repeats elsewhere.
    expect(before.slice(0, 12).join(' ')).toMatchInlineSnapshot(
      `"alpha beta beta alpha beta beta beta beta beta alpha alpha beta"`,
    );
  });

  it('sends only the payments of a provider that cannot be had elsewhere, by the shares of the others', () => {
    const all = splitBy({ alpha: 50, beta: 30, gamma: 20 });
    const without = createRouter({
      providers: providers.map(({ id }) => (id === 'alpha' ? provider(id, { currencies: ['USD'] }) : provider(id))),
      routes: routes([{ name: 'split', split: { alpha: 50, beta: 30, gamma: 20 } }]),
    });
    const moved: Record<string, number> = {};
    const others: string[] = [];
    for (const key of keys) {
      const [before, now] = [firstOf(all, key) ?? '', firstOf(without, key) ?? ''];
      if (before === 'alpha') moved[now] = (moved[now] ?? 0) + 1;
      else if (before !== now) others.push(key);
    }
    expect(others).toEqual([]);
    expect((moved['beta'] ?? 0) / (moved['gamma'] ?? 1)).toBeCloseTo(1.5, 0.5);
  });

  it('moves no more payments than a change of shares asks for', () => {
    const [before, after] = [splitBy({ alpha: 70, beta: 30 }), splitBy({ alpha: 60, beta: 40 })];
    const moved = keys.filter((key) => firstOf(before, key) !== firstOf(after, key));
    expect(moved.every((key) => firstOf(after, key) === 'beta')).toBe(true);
    expect(moved.length / keys.length).toBeCloseTo(0.1, 1);
  });

  it('of no percent comes after all others', () => {
    const router = splitBy({ alpha: 0, beta: 100 });
    for (const key of keys.slice(0, 200))
      expect(router.plan(charge({}, { key })).candidates).toEqual(['beta', 'alpha']);
  });

  it('can be in any proportion that has two digits', () => {
    expect(counts(splitBy({ alpha: 33.33, beta: 33.33, gamma: 33.34 }))).toEqual({
      alpha: expect.closeTo(6667, -3) as number,
      beta: expect.closeTo(6667, -3) as number,
      gamma: expect.closeTo(6667, -3) as number,
    });
  });
});
