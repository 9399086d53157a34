import type { PaymentState } from '../reduce/state.ts';
import type { Surplus } from '../reduce/surplus.ts';
import { surplusOf } from '../reduce/surplus.ts';
import type { ReviewReason } from './review.ts';
import type { RecoverySchedule } from './schedule.ts';

/** What is to be done about money that moved once too often. */
export type SurplusStep =
  | { readonly kind: 'reverse'; readonly at: number; readonly surplus: Surplus }
  | { readonly kind: 'review'; readonly at: number; readonly review: ReviewReason };

/** A reversal that did not reach the provider is begun again, with a key of its own; after so many a person has to. */
const mostReversals = 3;

/** What is still to be done about every surplus. A reversal that is under way is found out about like any operation. */
export function surplusStepsOf(state: PaymentState, schedule: RecoverySchedule, now: number): SurplusStep[] {
  return surplusOf(state).flatMap((surplus): SurplusStep[] => {
    const { reversals, isHandedOver } = surplus;
    const last = reversals.at(-1);
    if (isHandedOver || (last !== undefined && last.settled === undefined)) return [];
    if (last?.settled === undefined) return [{ kind: 'reverse', at: now, surplus }];
    if (last.settled.result === 'approved') return [];
    if (last.settled.result === 'not_sent' && reversals.length < mostReversals) {
      const { delaysMilliseconds } = schedule;
      const delay = delaysMilliseconds[Math.min(reversals.length * 4, delaysMilliseconds.length - 1)] ?? 0;
      return [{ kind: 'reverse', at: last.settled.at + delay, surplus }];
    }
    return [{ kind: 'review', at: now, review: handOver(surplus, `the reversal was ${last.settled.result}`) }];
  });
}

/** What a person is told of a surplus that cannot be given back from here. */
export function handOver({ attempt, transaction, name }: Surplus, why: string): ReviewReason {
  const { reference, provider } = attempt.begun;
  const { amount, providerReference } = transaction;
  const reason = `${amount.toString()} moved once too often at ${provider}, transaction ${providerReference}: ${why}`;
  return { reference, cause: 'surplus', surplus: name, reason };
}
