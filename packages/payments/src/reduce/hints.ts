import { isDecided } from './running.ts';
import type { AttemptState } from './state.ts';

/** Whether a webhook said something that no lookup has confirmed or refuted since, and that could still matter. */
export function hasOpenHint(attempt: AttemptState): boolean {
  const hints = attempt.evidence.filter(({ trust }) => trust === 'hint');
  const answered = attempt.evidence.reduce((most, { hints: seen = 0 }) => Math.max(most, seen), 0);
  if (hints.length <= answered || attempt.status === 'approved') return false;
  return !isDecided(attempt) || hints.some(({ finding }) => finding.status === 'approved');
}

/** How many hints there are. */
export function countHints(attempt: AttemptState): number {
  return attempt.evidence.filter(({ trust }) => trust === 'hint').length;
}
