/** Time, as a dependency, so that tests and simulations can run it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the task once after so many milliseconds, unless it is canceled before. */
  schedule(delayMilliseconds: number, task: () => void): { cancel(): void };
}
