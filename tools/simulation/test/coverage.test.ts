import { expect, test } from 'vitest';
import { Coverage } from '../src/faults/coverage.ts';
import { allCells, faultsOf, impossible, nameOfCell } from '../src/faults/steps.ts';
import { worldsOf } from '../src/run/simulate.ts';

test('a cell that cannot exist says why, and is a cell of the matrix otherwise', () => {
  for (const { place, step, fault, reason } of impossible) {
    expect(reason.length).toBeGreaterThan(20);
    expect(Object.keys(faultsOf(place ?? 'any', step ?? 'read'))).toContain(fault);
  }
});

test('a matrix with an empty cell is noticed', () => {
  const coverage = new Coverage();
  const cells = allCells();
  for (const cell of cells.slice(1)) coverage.count(cell);
  expect(coverage.empty()).toEqual(cells.slice(0, 1));
});

test('a run of ten thousand leads cases to every cell', () => {
  const wished = worldsOf(1, 10_000).flatMap(({ wishes }) => [...wishes.values()].map(nameOfCell));
  expect(new Set(wished)).toEqual(new Set(allCells().map(nameOfCell)));
});
