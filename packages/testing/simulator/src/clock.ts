import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Appointment } from './agenda.ts';
import { Agenda } from './agenda.ts';

export interface ScheduledTask {
  cancel(): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  schedule(delayMilliseconds: number, task: () => void): ScheduledTask;
}

export interface VirtualClock extends Clock {
  /** Runs what falls due in the order of its time, letting promises settle after each task. */
  advance(milliseconds: number): Promise<void>;
  /** Tasks that have not run yet. */
  readonly waiting: number;
}

// setTimeout takes a signed 32-bit delay; a longer one would fire at once.
const longestTimer = 2_147_483_647;

export function createRealClock(): Clock {
  return {
    now: () => Date.now(),
    schedule(delayMilliseconds, task) {
      let timer: NodeJS.Timeout;
      const wait = (remaining: number): void => {
        const step = Math.min(remaining, longestTimer);
        timer = setTimeout(() => (remaining > step ? wait(remaining - step) : task()), step);
        timer.unref();
      };
      wait(delayMilliseconds);
      return { cancel: () => clearTimeout(timer) };
    },
  };
}

export function createVirtualClock(startMilliseconds: number): VirtualClock {
  let current = startMilliseconds;
  let sequence = 0;
  const appointments = new Agenda();

  return {
    now: () => current,
    get waiting() {
      return appointments.size;
    },
    schedule(delayMilliseconds, task) {
      const at = current + Math.max(0, delayMilliseconds);
      const appointment: Appointment = { at, sequence: sequence++, task };
      appointments.add(appointment);
      return { cancel: () => appointments.cancel(appointment) };
    },
    async advance(milliseconds) {
      const target = current + milliseconds;
      await nextTurn();
      for (let due = appointments.takeUntil(target); due !== undefined; due = appointments.takeUntil(target)) {
        current = Math.max(current, due.at);
        due.task();
        // A task may start promises that schedule more work before the target; not awaited by
        // their result, because that result may itself wait for this clock.
        await nextTurn();
      }
      current = Math.max(current, target);
    },
  };
}
