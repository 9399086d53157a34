import type { Clock, ScheduledTask } from './clock.ts';
import { createRealClock } from './clock.ts';

interface Appointment {
  readonly at: number;
  readonly task: () => void;
  timer: ScheduledTask | undefined;
}

const machine = createRealClock();

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

  schedule(delayMilliseconds: number, task: () => void): ScheduledTask {
    const appointment: Appointment = { at: this.now() + delayMilliseconds, task, timer: undefined };
    this.#appointments.add(appointment);
    this.#arm(appointment);
    return {
      cancel: () => {
        appointment.timer?.cancel();
        this.#appointments.delete(appointment);
      },
    };
  }

  /** What was to happen meanwhile happens at once. */
  jump(milliseconds: number): void {
    this.#start += milliseconds;
    for (const appointment of this.#appointments) {
      appointment.timer?.cancel();
      this.#arm(appointment);
    }
  }

  #arm(appointment: Appointment): void {
    const delay = Math.max(0, (appointment.at - this.now()) / this.#speed);
    appointment.timer = machine.schedule(delay, () => this.#ring(appointment));
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
