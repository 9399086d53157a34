import type { Cell } from './steps.ts';
import { allCells, nameOfCell } from './steps.ts';

/** How often each fault met each step at each provider. */
export class Coverage {
  readonly #counts = new Map<string, number>();

  count(cell: Cell): void {
    this.add(nameOfCell(cell), 1);
  }

  add(name: string, times: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + times);
  }

  addAll(counts: Readonly<Record<string, number>>): void {
    for (const [name, times] of Object.entries(counts)) this.add(name, times);
  }

  timesOf(cell: Cell): number {
    return this.#counts.get(nameOfCell(cell)) ?? 0;
  }

  /** Cells of the matrix that nothing fell into. */
  empty(): readonly Cell[] {
    return allCells().filter((cell) => this.timesOf(cell) === 0);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, times) => sum + times, 0);
  }

  toRecord(): Record<string, number> {
    return Object.fromEntries([...this.#counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }
}
