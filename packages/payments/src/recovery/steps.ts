import { isDecided, isResolved, isRunning } from '../reduce/running.ts';
import type { AttemptState, OperationState, PaymentState } from '../reduce/state.ts';
import { lacksToken } from '../reduce/token.ts';
import { isDecidedByOperator, lookupsOf, nextLook } from './looks.ts';
import { reviewOf } from './review-of.ts';
import type { RecoverySchedule } from './schedule.ts';
import type { SurplusStep } from './surplus-steps.ts';
import { surplusStepsOf } from './surplus-steps.ts';
import type { ReviewReason } from './review.ts';

/** What has to be done about a payment, and when, in milliseconds since the epoch. */
export type Step =
  /** Settle what is known, as soon as nobody can be about to try another provider. */
  | { readonly kind: 'conclude'; readonly at: number }
  /** Find out what became of an attempt. */
  | { readonly kind: 'look'; readonly at: number; readonly reference: string }
  | { readonly kind: 'review'; readonly at: number; readonly review: ReviewReason }
  | SurplusStep;

/** Everything that is still to be done about a payment, now or later. Nothing is open without a step or a review. */
export function stepsOf(state: PaymentState, schedule: RecoverySchedule, now: number): Step[] {
  const steps: Step[] = [];
  for (const operation of state.operations) {
    for (const attempt of operation.attempts) {
      const step = stepOf(operation, attempt, schedule, now);
      if (step !== undefined) steps.push(step);
    }
  }
  return [...steps, ...surplusStepsOf(state, schedule, now)];
}

function stepOf(
  operation: OperationState,
  attempt: AttemptState,
  schedule: RecoverySchedule,
  now: number,
): Step | undefined {
  const { settled, attempts } = operation;
  if (isResolved(attempt) && !attempt.isDisputed && !lacksToken(operation, attempt)) {
    if (settled !== undefined || attempt !== attempts.at(-1) || !attempts.every(isDecided)) return undefined;
    const { graceMilliseconds } = schedule;
    const isHeld = isRunning(attempt, graceMilliseconds, now);
    return { kind: 'conclude', at: isHeld ? attempt.lastSending.deadline + graceMilliseconds : now };
  }
  const review = reviewOf(operation, attempt, schedule, now);
  if (review !== undefined) return { kind: 'review', at: now, review };
  return mayLook(operation, attempt, schedule) ? lookOf(operation, attempt, schedule, now) : undefined;
}

function lookOf(operation: OperationState, attempt: AttemptState, schedule: RecoverySchedule, now: number): Step {
  const { reference } = attempt.begun;
  const inReview = operation.reviews.some((review) => review.reference === reference);
  return { kind: 'look', at: nextLook(attempt, schedule, { now, inReview }), reference };
}

/**
 * What a person has decided is asked about only when a webhook says otherwise, and what there is no way to ask about
 * not at all.
 */
function mayLook({ reviews }: OperationState, attempt: AttemptState, schedule: RecoverySchedule): boolean {
  const { reference } = attempt.begun;
  if (isDecidedByOperator(attempt) && attempt.openHints.length === 0) return false;
  if (reviews.some((review) => review.reference === reference && review.cause === 'no_way')) return false;
  return lookupsOf(attempt) < schedule.maximumLookups;
}
