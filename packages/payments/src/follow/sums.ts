import type { CurrencyCode, Operation } from '@ducat/core';
import { Money } from '@ducat/core';
import type { OperationState } from '../reduce/state.ts';

/** An operation counts as soon as it is begun, until it is proven to have done nothing. */
export function mayCount({ settled }: OperationState): boolean {
  return settled === undefined || settled.result === 'approved';
}

/** How much all operations of a kind have moved, or may have. Reversals give back what never counted. */
export function sumOf(operations: readonly OperationState[], kind: Operation, currency: CurrencyCode): Money {
  return operations
    .filter((operation) => {
      const { begun } = operation;
      return begun.kind === kind && begun.reverses === undefined && mayCount(operation);
    })
    .reduce((sum, { begun }) => sum.plus(begun.amount), Money.of(0n, currency));
}
