import type { AttemptState, AttemptStatus } from './state.ts';

/**
 * Whether the process that sent the attempt may still be waiting for its answer: it has written none, or an unclear one,
 * and its deadline, with some grace, is not over.
 */
export function isRunning(attempt: AttemptState, graceMilliseconds: number, now: number): boolean {
  const answer = answerToLast(attempt);
  const isAnswered = answer !== undefined && answer.finding.status !== 'unknown';
  return !isAnswered && now < attempt.lastSending.deadline + graceMilliseconds;
}

/** Whether the process that sent the attempt may still be waiting for its answer and has written none at all. */
export function isAwaited(attempt: AttemptState, graceMilliseconds: number, now: number): boolean {
  return answerToLast(attempt) === undefined && isRunning(attempt, graceMilliseconds, now);
}

/** Whether it is known what became of the attempt. */
export function isDecided({ status }: AttemptState): boolean {
  return isDecidedStatus(status);
}

/** Whether nothing of it is left to ask the provider about. */
export function isResolved(attempt: AttemptState): boolean {
  return isDecided(attempt) && !attempt.hasLooseEnd && attempt.openHints.length === 0;
}

/** Whether nobody knows what became of it: there is no answer, or none that says anything. */
export function isUnclear({ status }: AttemptState): boolean {
  return status === 'unknown' || status === 'sending';
}

export function isDecidedStatus(status: AttemptStatus): boolean {
  return status === 'approved' || status === 'declined' || status === 'not_sent' || status === 'not_found';
}

function answerToLast({ lastSending, evidence }: AttemptState): AttemptState['ground'] {
  return evidence.find(({ source, sending }) => source === 'response' && sending === lastSending.number);
}
