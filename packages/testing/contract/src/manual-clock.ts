import type { Clock } from '@ducat/core';

interface Appointment {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that stands still until it is advanced. */
export class ManualClock implements Clock {
  #now: number;
  readonly #appointments = new Set<Appointment>();

  constructor(start: number) {
    this.#now = start;
  }

  /** Tasks that have neither run nor been canceled. */
  get waiting(): number {
    return this.#appointments.size;
  }

  now(): number {
    return this.#now;
  }

  schedule(delayMilliseconds: number, task: () => void): { cancel(): void } {
    const appointment = { at: this.#now + Math.max(0, delayMilliseconds), task };
    this.#appointments.add(appointment);
    return { cancel: () => void this.#appointments.delete(appointment) };
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const due = [...this.#appointments].filter(({ at }) => at <= this.#now).toSorted((one, other) => one.at - other.at);
    for (const appointment of due) {
      if (this.#appointments.delete(appointment)) appointment.task();
    }
  }
}
