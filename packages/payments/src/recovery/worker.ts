import type { Engine } from '../engine.ts';
import { scheduleInBackground } from '../system-clock.ts';
import { recoverDue } from './recover.ts';

/** Runs recovery in this process until it is stopped. */
export interface RecoveryWorker {
  /** Looks now instead of at the next turn. */
  wake(): void;
  /** No more rounds; the one that runs ends first. */
  stop(): Promise<void>;
}

/** A round every so many milliseconds, and at once while there is more to do. */
export function startRecovery(
  engine: Engine,
  everyMilliseconds: number,
  onFailure: (error: unknown, payment?: string) => void,
): RecoveryWorker {
  let stopped = false;
  let round: Promise<void> | undefined;
  let timer = scheduleInBackground(engine.clock, everyMilliseconds, () => turn());

  function turn(): void {
    timer.cancel();
    round ??= work().finally(() => {
      round = undefined;
      if (!stopped) timer = scheduleInBackground(engine.clock, everyMilliseconds, () => turn());
    });
  }

  async function work(): Promise<void> {
    try {
      while (!stopped) {
        const { payments, failed } = await recoverDue(engine);
        for (const { payment, error } of failed) onFailure(error, payment);
        if (payments.length === 0 || failed.length > 0) return;
      }
    } catch (error) {
      onFailure(error);
    }
  }

  return {
    wake() {
      if (!stopped) turn();
    },
    async stop() {
      stopped = true;
      timer.cancel();
      await round;
    },
  };
}
