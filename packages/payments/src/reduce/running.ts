import type { AttemptState } from './state.ts';

/**
 * Whether the process that sent the attempt may still be waiting for its answer: it has written none, or an unclear one,
 * and its deadline, with some grace, is not over.
 */
export function isRunning(attempt: AttemptState, graceMilliseconds: number, now: number): boolean {
  const { lastSending, evidence } = attempt;
  const answered = evidence.some(
    ({ source, sending, finding }) =>
      source === 'response' && sending === lastSending.number && finding.status !== 'unknown',
  );
  return !answered && now < lastSending.deadline + graceMilliseconds;
}

/** Whether nothing is left to find out about the attempt. */
export function isDecided({ status }: AttemptState): boolean {
  return status === 'approved' || status === 'declined' || status === 'not_sent' || status === 'not_found';
}
