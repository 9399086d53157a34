import type { Injector } from '../faults/injector.ts';
import type { Cell } from '../faults/steps.ts';
import { faultsOf, nameOfCell } from '../faults/steps.ts';

/** What people did about operations, until it is met at a step. */
export class Marks {
  readonly #marks = new Map<string, Set<string>>();
  readonly #seen = new Set<string>();

  add(key: string, fault: string): void {
    const own = this.#marks.get(key) ?? new Set();
    own.add(fault);
    this.#marks.set(key, own);
  }

  /** Counts what was done about the operation of this attempt, once for each step. */
  meet(injector: Injector, reference: string, { place, step }: Pick<Cell, 'place' | 'step'>): void {
    const key = reference.replace(/-\d+$/, '');
    for (const fault of this.#marks.get(key) ?? []) {
      const cell = { place, step, fault };
      const name = `${key} ${nameOfCell(cell)}`;
      if (faultsOf(place, step)[fault] === undefined || this.#seen.has(name)) continue;
      this.#seen.add(name);
      injector.saw(cell);
    }
  }
}
