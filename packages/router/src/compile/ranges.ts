/** From the first on and below the second; `undefined` is no bound. */
export interface Range {
  readonly from: bigint | undefined;
  readonly below: bigint | undefined;
}

interface Ranged<Item> {
  readonly item: Item;
  readonly ranges: readonly Range[];
}

interface Cells<Item> {
  /** Where each cell but the first begins, in ascending order. */
  readonly starts: readonly bigint[];
  /** One more than there are starts: what touches each cell. */
  readonly cells: readonly (readonly Item[])[];
}

/** So many times the items may stand in cells: wide ranges touch many cells. */
const mostCopies = 4;

/** Cuts the line into cells, so fine that few items touch each of them. */
export function divideRanges<Item>(items: readonly Ranged<Item>[]): Cells<Item> {
  const bounds = items.flatMap(({ ranges }) => ranges.flatMap(({ from, below }) => [from, below]));
  const cuts = [...new Set(bounds.filter((bound) => bound !== undefined))].sort((left, right) =>
    left < right ? -1 : left > right ? 1 : 0,
  );
  for (let step = 1; ; step *= 2) {
    const starts = cuts.filter((_, index) => index % step === 0);
    const cells = fill(items, starts, starts.length === 0 ? Number.POSITIVE_INFINITY : items.length * mostCopies);
    if (cells !== undefined) return { starts, cells };
    if (starts.length <= 1) return { starts: [], cells: [items.map(({ item }) => item)] };
  }
}

function fill<Item>(items: readonly Ranged<Item>[], starts: readonly bigint[], most: number): Item[][] | undefined {
  const cells = Array.from({ length: starts.length + 1 }, (): Item[] => []);
  let copies = 0;
  for (const { item, ranges } of items) {
    for (const { from, below } of ranges) {
      const first = from === undefined ? 0 : cellOf(starts, from);
      const last = below === undefined ? starts.length : cellOf(starts, below - 1n);
      copies += Math.max(0, last - first + 1);
      if (copies > most) return undefined;
      for (let index = first; index <= last; index += 1) {
        const cell = cells[index];
        if (cell !== undefined && cell.at(-1) !== item) cell.push(item);
      }
    }
  }
  return cells;
}

/** The index of the cell that the value is in. */
export function cellOf(starts: readonly bigint[], value: bigint): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0n) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
