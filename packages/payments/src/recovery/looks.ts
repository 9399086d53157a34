import { isRunning } from '../reduce/running.ts';
import type { AttemptState } from '../reduce/state.ts';
import { horizonOf } from '../reduce/verdict.ts';
import type { RecoverySchedule } from './schedule.ts';

/** How often the provider was asked about the attempt. */
export function lookupsOf({ evidence }: AttemptState): number {
  return evidence.filter(({ source }) => source === 'lookup').length;
}

/** Whether a person has taken it over, or has said what became of it. */
export function isDecidedByOperator({ evidence }: AttemptState): boolean {
  return evidence.some(({ source }) => source === 'operator');
}

interface Circumstances {
  readonly now: number;
  /** A person looks at it too: it is asked about rarely. */
  readonly inReview: boolean;
}

/**
 * When the attempt is to be looked at next. The same whether it is asked while the attempt runs or after: whoever took the
 * payment too early would keep it from the others until the lease ends.
 */
export function nextLook(attempt: AttemptState, schedule: RecoverySchedule, { now, inReview }: Circumstances): number {
  const look = lookOnceOver(attempt, schedule, inReview);
  const { graceMilliseconds } = schedule;
  return isRunning(attempt, graceMilliseconds, now)
    ? Math.max(look, attempt.lastSending.deadline + graceMilliseconds)
    : look;
}

function lookOnceOver(attempt: AttemptState, schedule: RecoverySchedule, inReview: boolean): number {
  const { graceMilliseconds, delaysMilliseconds, confirmationMilliseconds } = schedule;
  const { begun, sendings, lastSending, providerReference } = attempt;
  if (begun.isRepeated === true && providerReference === undefined) {
    if (sendings.length >= schedule.maximumSendings) return lastSending.deadline + graceMilliseconds;
    return lastSending.at + delayOf(schedule.repeatsMilliseconds, sendings.length - 1);
  }
  const looks = attempt.evidence.filter(({ source }) => source === 'lookup');
  const last = looks.reduce((latest, { at }) => Math.max(latest, at), lastSending.at);
  if (attempt.openHints.length > 0) return last + delayOf(delaysMilliseconds, timesAsked(attempt));
  const delay = delayOf(delaysMilliseconds, inReview ? Infinity : looks.length);
  return last + (isAwaitingConfirmation(attempt) ? Math.min(delay, confirmationMilliseconds) : delay);
}

/** How often the newest hint was asked about: a new one is asked about soon, however often others were. */
function timesAsked({ openHints, evidence }: AttemptState): number {
  const times = openHints.map(({ id }) => evidence.filter(({ hints }) => hints?.includes(id) === true).length);
  return Math.min(...times);
}

function isAwaitingConfirmation({ begun, sendings, evidence }: AttemptState): boolean {
  const last = evidence.findLast(({ source }) => source === 'lookup');
  return last?.finding.status === 'not_found' && last.at >= horizonOf(begun, sendings);
}

function delayOf(delays: readonly number[], count: number): number {
  return delays[Math.min(count, delays.length - 1)] ?? 0;
}
