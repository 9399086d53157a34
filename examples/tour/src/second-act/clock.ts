import type { Clock } from '@ducat/core';
import { createVirtualClock } from '@ducat/simulator';

const tickMilliseconds = 5;

/** The time of the providers and their banks: as fast as the real one, but for what is skipped. */
export class TownClock implements Clock {
  readonly #virtual = createVirtualClock(Date.now());
  #last = performance.now();
  readonly #ticks = setInterval(() => void this.#catchUp(), tickMilliseconds);

  now(): number {
    return this.#virtual.now();
  }

  schedule(delayMilliseconds: number, task: () => void): { cancel(): void } {
    return this.#virtual.schedule(delayMilliseconds, task);
  }

  async skip(milliseconds: number): Promise<void> {
    await this.#virtual.advance(milliseconds);
  }

  stop(): void {
    clearInterval(this.#ticks);
  }

  async #catchUp(): Promise<void> {
    const now = performance.now();
    const passed = now - this.#last;
    this.#last = now;
    await this.#virtual.advance(passed);
  }
}
