import type { PaymentState } from '../reduce/state.ts';
import type { RecoverySchedule } from './schedule.ts';
import { stepsOf } from './steps.ts';

/** When the payment needs another look, in milliseconds since the epoch; `undefined` when everything is decided. */
export function dueOf(state: PaymentState, schedule: RecoverySchedule, now: number): number | undefined {
  let due: number | undefined;
  for (const { at } of stepsOf(state, schedule, now)) due = due === undefined ? at : Math.min(due, at);
  return due;
}
