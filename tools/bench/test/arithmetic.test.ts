import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, ratioOf } from '../src/arithmetic/ratios.ts';
import { figureOf, quantile } from '../src/arithmetic/statistics.ts';

const values = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('a quantile', () => {
  test('is the value in the middle, or between the two in the middle', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
    expect(quantile([7], 0.99)).toBe(7);
  });

  test('lies within the values, whatever their order, and changes none of them', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (measured, share) => {
        const before = [...measured];
        const found = quantile(measured, share);
        expect(found).toBeGreaterThanOrEqual(Math.min(...measured));
        expect(found).toBeLessThanOrEqual(Math.max(...measured) * (1 + 1e-9));
        expect(found).toBe(quantile(measured.toReversed(), share));
        expect(measured).toEqual(before);
      }),
    );
  });

  test('of nothing is an error and no figure', () => {
    expect(() => figureOf([])).toThrow('nothing was measured');
  });
});

describe('a ratio', () => {
  test('is the median of the ratios of each round, not the ratio of the medians', () => {
    expect(ratioOf([2, 20, 9], [1, 10, 3])).toEqual({ median: 2, low: 2, high: 2.5 });
  });

  test('is not moved by a round in which everything was slow', () => {
    expect(ratioOf([3, 3000, 3], [2, 2000, 2]).median).toBe(1.5);
  });

  test('of anything to itself is one', () => {
    fc.assert(
      fc.property(values, (measured) => {
        expect(ratioOf(measured, measured)).toEqual({ median: 1, low: 1, high: 1 });
      }),
    );
  });

  test('is refused for what was not measured in the same rounds', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow('not measured in the same rounds');
    expect(() => differenceOf([1, 2], [1])).toThrow('not measured in the same rounds');
  });
});

test('a difference is the median of the differences of each round', () => {
  expect(differenceOf([15, 115, 18], [10, 110, 10]).median).toBe(5);
});
