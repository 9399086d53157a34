import type { Clock } from '@ducat/core';

interface Appointment {
  readonly at: number;
  readonly task: () => void;
  timer: NodeJS.Timeout | undefined;
}

/** Node's timers take no more. */
const longestTimer = 2 ** 31 - 1;

/** A clock that may run faster than the machine's, and can jump. Who waits for nothing else is not kept alive by it. */
export class JumpingClock implements Clock {
  readonly #appointments = new Set<Appointment>();
  readonly #began = performance.now();
  readonly #speed: number;
  #start: number;

  constructor(start: number, speed: number) {
    this.#start = start;
    this.#speed = speed;
  }

  now(): number {
    return Math.floor(this.#start + (performance.now() - this.#began) * this.#speed);
  }

  schedule(delayMilliseconds: number, task: () => void): { cancel(): void } {
    const appointment: Appointment = { at: this.now() + delayMilliseconds, task, timer: undefined };
    this.#appointments.add(appointment);
    this.#arm(appointment);
    return {
      cancel: () => {
        clearTimeout(appointment.timer);
        this.#appointments.delete(appointment);
      },
    };
  }

  /** What was to happen meanwhile happens at once. */
  jump(milliseconds: number): void {
    this.#start += milliseconds;
    for (const appointment of this.#appointments) {
      clearTimeout(appointment.timer);
      this.#arm(appointment);
    }
  }

  #arm(appointment: Appointment): void {
    const delay = Math.max(0, (appointment.at - this.now()) / this.#speed);
    appointment.timer = setTimeout(() => this.#ring(appointment), Math.min(delay, longestTimer));
    appointment.timer.unref();
  }

  #ring(appointment: Appointment): void {
    if (appointment.at > this.now()) {
      this.#arm(appointment);
      return;
    }
    this.#appointments.delete(appointment);
    appointment.task();
  }
}
