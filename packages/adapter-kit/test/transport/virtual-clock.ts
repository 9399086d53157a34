import type { Clock } from '@ducat/core';

/** A clock that moves only when it is told to. */
export class VirtualClock implements Clock {
  #now: number;
  readonly #tasks = new Set<{ readonly at: number; readonly run: () => void }>();

  constructor(now: number) {
    this.#now = now;
  }

  /** How many tasks have neither run nor been canceled. */
  get waiting(): number {
    return this.#tasks.size;
  }

  now(): number {
    return this.#now;
  }

  schedule(delayMilliseconds: number, run: () => void): { cancel(): void } {
    const task = { at: this.#now + delayMilliseconds, run };
    this.#tasks.add(task);
    return { cancel: () => void this.#tasks.delete(task) };
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const task of [...this.#tasks].filter(({ at }) => at <= this.#now)) {
      this.#tasks.delete(task);
      task.run();
    }
  }
}
