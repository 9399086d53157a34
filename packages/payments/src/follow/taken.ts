import type { Money, ProviderLimits } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { Target } from '../model/operation.ts';
import type { OperationState, PaymentState } from '../reduce/state.ts';
import { mayCount } from './sums.ts';
import { transactionOf } from './transaction-of.ts';
import type { Wish } from './wish.ts';

/** Money that was taken, and what is left of it. */
interface Taking {
  readonly target: Target;
  readonly amount: Money;
  readonly left: Money;
}

/**
 * The transaction that a refund may act on: the named capture, or the first that has enough left.
 * @throws DucatError `invalid_request` when nothing was taken, not so much, or it cannot be given back in this way.
 */
export function requireTaken(
  { operations }: PaymentState,
  { amount, capture }: Wish,
  limitsOf: (target: Target) => ProviderLimits,
): Target {
  const takings = operations.flatMap((operation): Taking[] => {
    const target = hasTaken(operation) ? transactionOf(operation) : undefined;
    if (target === undefined || (capture !== undefined && operation.begun.operation !== capture)) return [];
    return [{ target, amount: operation.begun.amount, left: leftOf(operation.begun.amount, target, operations) }];
  });
  const [first] = takings;
  if (first === undefined) throw invalidRequest('payment', 'has taken no money, so there is none to refund');
  const taking = takings.find(({ left }) => amount.compare(left) <= 0);
  if (taking === undefined) {
    throw invalidRequest('amount', `must be at most what is left of it: ${first.left.toString()}`);
  }
  const { refund } = limitsOf(taking.target);
  if (!refund.multiple && !taking.left.equals(taking.amount)) {
    throw invalidRequest('payment', `was refunded before, and ${taking.target.provider} refunds once`);
  }
  if (!refund.partial && !amount.equals(taking.amount)) {
    throw invalidRequest('amount', `must be all that was taken, ${taking.amount.toString()}`);
  }
  return taking.target;
}

/** Storing a card takes money only where the provider has no other way. */
function hasTaken({ begun, attempts, settled }: OperationState): boolean {
  if (settled?.result !== 'approved') return false;
  const movesNothing = attempts.some((attempt) => attempt.begun.movesNothing === true);
  return begun.kind === 'charge' || begun.kind === 'capture' || (begun.kind === 'tokenize' && !movesNothing);
}

function leftOf(taken: Money, { provider, providerReference }: Target, operations: readonly OperationState[]): Money {
  return operations
    .filter((operation) => {
      const { kind, target } = operation.begun;
      const isOfIt = target?.provider === provider && target.providerReference === providerReference;
      return kind === 'refund' && isOfIt && mayCount(operation);
    })
    .reduce((left, { begun }) => left.minus(begun.amount), taken);
}
