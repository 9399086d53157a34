import type { Coverage } from '../faults/coverage.ts';
import type { Place, Step } from '../faults/steps.ts';
import { allCells, faultsOf, impossible, moneySteps, providerIds, reasonAgainst } from '../faults/steps.ts';

/** Where faults are met: the steps of a provider with the journal of its payments, and what belongs to none. */
const places: readonly (readonly [Place, readonly Step[]])[] = [
  ...providerIds.map((id) => [id, [...moneySteps[id], 'lookup', 'challenge', 'webhook', 'append', 'read']] as const),
  ['any', ['find', 'lease', 'outbox']] as const,
];

/** How often each fault met each step, and what stayed empty. */
export function matrixLines(coverage: Coverage, empty: ReturnType<Coverage['empty']>): readonly string[] {
  const cells = allCells().length;
  return [
    ...places.flatMap(([place, steps]) => [...table(coverage, place, steps), '']),
    `${cells - empty.length} of ${cells} cells of the matrix are filled; a dot is where there is no such fault, and`,
    ...impossible.map(
      ({ fault, step = 'any step', place = 'any provider', reason }) =>
        `  no ${fault} at ${step} of ${place}: ${reason}`,
    ),
    ...empty.map(({ place, step, fault }) => `  EMPTY: ${fault} at ${step} of ${place}`),
  ];
}

function table(coverage: Coverage, place: Place, steps: readonly Step[]): readonly string[] {
  const faults = [...new Set(steps.flatMap((step) => Object.keys(faultsOf(place, step))))];
  const head = [place === 'any' ? 'journal of all' : place, ...steps];
  const rows = faults.map((fault) => [fault, ...steps.map((step) => timesOf(coverage, { place, step, fault }))]);
  return [head, ...rows].map(([name = '', ...counts]) =>
    [name.padEnd(18), ...counts.map((count, column) => count.padStart(widthOf(steps[column] ?? 'read')))].join('  '),
  );
}

function timesOf(coverage: Coverage, cell: Parameters<Coverage['timesOf']>[0]): string {
  const isPossible = faultsOf(cell.place, cell.step)[cell.fault] !== undefined && reasonAgainst(cell) === undefined;
  return isPossible ? String(coverage.timesOf(cell)) : '.';
}

/** As wide as the name of the step, or a count of six digits. */
function widthOf(step: Step): number {
  return Math.max(step.length, 6);
}
