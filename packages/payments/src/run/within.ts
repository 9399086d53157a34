import { DucatError } from '@ducat/core';
import type { Engine } from '../engine.ts';

/**
 * What the step comes to, or an error when it is not over some time after its deadline. Adapters keep deadlines; one that
 * does not must not stop recovery for everybody else.
 */
export function within<Result>(
  { clock, schedule }: Pick<Engine, 'clock' | 'schedule'>,
  deadline: number,
  step: () => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const delay = Math.max(0, deadline + schedule.graceMilliseconds - clock.now());
    const timer = clock.schedule(delay, () => reject(overdue()));
    const inTime = <Value>(settle: (value: Value) => void) => {
      return (value: Value): void => {
        timer.cancel();
        settle(value);
      };
    };
    step().then(inTime(resolve), inTime(reject));
  });
}

function overdue(): DucatError {
  const message = 'no answer came, long after the deadline';
  return new DucatError({ code: 'deadline_exceeded', message, effect: 'possible' });
}
