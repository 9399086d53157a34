import { hasOpenHint } from '../reduce/hints.ts';
import { isDecided, isRunning } from '../reduce/running.ts';
import type { AttemptState, OperationState, PaymentState } from '../reduce/state.ts';
import { surplusOf } from '../reduce/surplus.ts';
import type { RecoverySchedule } from './schedule.ts';

/** When the payment needs another look, in milliseconds since the epoch; `undefined` when everything is decided. */
export function dueOf(state: PaymentState, schedule: RecoverySchedule, now: number): number | undefined {
  const moments = state.operations.flatMap((operation) => lookMoments(operation, schedule, now));
  if (surplusOf(state).some(({ reversal }) => reversal === undefined)) moments.push(now);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

function lookMoments(operation: OperationState, schedule: RecoverySchedule, now: number): number[] {
  return operation.attempts
    .filter((attempt) => needsLook(operation, attempt) && lookupsOf(attempt) < schedule.maximumLookups)
    .map((attempt) => nextLook(attempt, schedule, now));
}

/** Whether there is anything to find out about the attempt, or to write down about its operation. */
export function needsLook({ settled, reviews, attempts }: OperationState, attempt: AttemptState): boolean {
  if (hasOpenHint(attempt)) return true;
  if (settled !== undefined || reviews.length > 0) return false;
  return !isDecided(attempt) || attempt === attempts.at(-1);
}

export function lookupsOf({ evidence }: AttemptState): number {
  return evidence.filter(({ source }) => source === 'lookup').length;
}

/** When the attempt is to be looked at next. */
export function nextLook(attempt: AttemptState, schedule: RecoverySchedule, now: number): number {
  const { graceMilliseconds, delaysMilliseconds } = schedule;
  if (isRunning(attempt, graceMilliseconds, now)) return attempt.lastSending.deadline + graceMilliseconds;
  const looks = attempt.evidence.filter(({ source }) => source === 'lookup');
  const last = Math.max(attempt.lastSending.at, ...looks.map(({ at }) => at));
  const step = hasOpenHint(attempt) ? 0 : Math.min(looks.length, delaysMilliseconds.length - 1);
  return last + (delaysMilliseconds[step] ?? 0);
}
