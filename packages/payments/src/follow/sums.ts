import { Money } from '@ducat/core';
import type { OperationState, PaymentState } from '../reduce/state.ts';

/** What has moved, and what may have: an operation counts as soon as it is begun, until it is proven to have done nothing. */
export interface Sums {
  readonly authorized: Money;
  readonly captured: Money;
  readonly voided: Money;
  readonly refunded: Money;
}

/** The sums of a payment in the currency of its first operation. Reversals give back what never counted. */
export function sumsOf({ operations }: PaymentState): Sums | undefined {
  const [first] = operations;
  if (first === undefined) return undefined;
  const none = Money.of(0n, first.begun.amount.currency);
  const sum = (...kinds: readonly string[]): Money =>
    operations
      .filter(({ begun }) => kinds.includes(begun.kind) && begun.reverses === undefined)
      .filter(counts)
      .reduce((total, { begun }) => total.plus(begun.amount), none);
  return {
    authorized: sum('authorize'),
    captured: sum('charge', 'capture'),
    voided: sum('void'),
    refunded: sum('refund'),
  };
}

function counts({ settled }: OperationState): boolean {
  return settled === undefined || settled.result === 'approved';
}
