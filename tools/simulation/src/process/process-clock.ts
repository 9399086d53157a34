import type { Clock } from '@ducat/core';
import type { CallTag } from './call-tag.ts';

/** Clocks of machines that are kept in time differ by so much at most, in milliseconds. */
export const usualOffset = 2000;

/** The clock of one process: it may be wrong, and it stops with the process. */
export class ProcessClock implements Clock {
  readonly #truth: Clock;
  readonly #isAlive: () => boolean;
  #offset: number;

  constructor(truth: Clock, isAlive: () => boolean, offsetMilliseconds: number) {
    this.#truth = truth;
    this.#isAlive = isAlive;
    this.#offset = offsetMilliseconds;
  }

  /** Whether it shows another time than a clock that is kept in time may. */
  get isWrong(): boolean {
    return Math.abs(this.#offset) > usualOffset;
  }

  /** Somebody corrected it, or made it wrong. Timers that run are not touched. */
  jumpTo(offsetMilliseconds: number): void {
    this.#offset = offsetMilliseconds;
  }

  now(): number {
    return this.#truth.now() + this.#offset;
  }

  schedule(delayMilliseconds: number, task: () => void): { cancel(): void } {
    return this.#truth.schedule(delayMilliseconds, () => {
      if (this.#isAlive()) task();
    });
  }

  /** The same clock, by which the transport knows what the call is about. */
  tagged(tag: CallTag): TaggedClock {
    return {
      tag,
      now: () => this.now(),
      schedule: (delayMilliseconds, task) => this.schedule(delayMilliseconds, task),
    };
  }
}

/** A clock that says which call it was given to. */
export interface TaggedClock extends Clock {
  readonly tag: CallTag;
}

export function tagOf(clock: Clock): CallTag | undefined {
  return 'tag' in clock ? (clock as TaggedClock).tag : undefined;
}
