import type { Money } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { FollowingOperation, Target } from '../model/operation.ts';
import { isDecided } from '../reduce/running.ts';
import type { OperationState, PaymentState } from '../reduce/state.ts';
import { sumsOf } from './sums.ts';

/** What a following operation wants to do. */
export interface Wish {
  readonly kind: FollowingOperation;
  readonly amount: Money;
  /** The capture to be refunded, where there are several. */
  readonly capture?: string | undefined;
}

/**
 * The transaction that the operation may act on.
 * @throws DucatError `invalid_request` when the sums or the state of the payment forbid it, `operation_in_progress` while
 * another operation of the payment is unclear. Nothing was sent.
 */
export function allow(state: PaymentState, wish: Wish): Target {
  const [first] = state.operations;
  if (first === undefined)
    throw invalidRequest('payment', 'is not known: it has to be the key under which it was begun');
  const unclear = state.operations.find(isUnclear);
  if (unclear !== undefined) throw inProgress(unclear);
  requireCurrency(first, wish);
  const from = wish.kind === 'refund' ? refundable(state, wish) : authorization(state, wish);
  const attempt = from.attempts.find(({ begun }) => begun.reference === from.settled?.reference);
  const providerReference = from.settled?.providerReference;
  if (attempt === undefined || providerReference === undefined)
    throw invalidRequest('payment', 'has no approved transaction');
  return { provider: attempt.begun.provider, providerReference };
}

/** An operation that may be acting at this moment, or of which nobody knows whether it did. */
function isUnclear({ settled, attempts }: OperationState): boolean {
  if (settled !== undefined) return false;
  const last = attempts.at(-1);
  return last === undefined || (!isDecided(last) && last.status !== 'pending' && last.status !== 'action_required');
}

function authorization(state: PaymentState, { kind, amount }: Wish): OperationState {
  const [first] = state.operations;
  const sums = sumsOf(state);
  if (first?.begun.kind !== 'authorize' || sums === undefined) {
    throw invalidRequest('payment', `can only ${kind} what was authorized`);
  }
  if (first.settled?.result !== 'approved')
    throw invalidRequest('payment', `is not authorized, so there is nothing to ${kind}`);
  if (sums.voided.minorUnits > 0n && kind === 'capture')
    throw invalidRequest('payment', 'was voided: nothing is held any more');
  const held = sums.authorized.minus(sums.captured).minus(sums.voided);
  if (amount.compare(held) > 0) throw invalidRequest('amount', `must be at most what is held: ${held.toString()}`);
  return first;
}

function refundable(state: PaymentState, { amount, capture }: Wish): OperationState {
  const taken = state.operations.filter(
    ({ begun, settled }) =>
      (begun.kind === 'charge' || begun.kind === 'capture' || begun.kind === 'tokenize') &&
      settled?.result === 'approved' &&
      (capture === undefined || begun.operation === capture),
  );
  const [from] = taken;
  if (from === undefined) throw invalidRequest('payment', 'has taken no money, so there is none to refund');
  const fitting = taken.find((operation) => amount.compare(leftOf(state, operation)) <= 0);
  if (fitting !== undefined) return fitting;
  throw invalidRequest('amount', `must be at most what is left of it: ${leftOf(state, from).toString()}`);
}

function leftOf(state: PaymentState, taken: OperationState): Money {
  const reference = taken.settled?.providerReference;
  return state.operations
    .filter(
      ({ begun, settled }) =>
        begun.kind === 'refund' &&
        begun.target?.providerReference === reference &&
        settled?.result !== 'declined' &&
        settled?.result !== 'not_sent',
    )
    .reduce((left, { begun }) => left.minus(begun.amount), taken.begun.amount);
}

function requireCurrency({ begun }: OperationState, { amount }: Wish): void {
  if (amount.currency !== begun.amount.currency)
    throw invalidRequest('amount', `must be in ${begun.amount.currency}, as the payment is`);
  if (amount.minorUnits <= 0n) throw invalidRequest('amount', 'must be more than zero');
}

function inProgress({ begun }: OperationState): DucatError {
  const message = `the ${begun.kind} ${begun.operation} of this payment is not clear yet: ask again when it is`;
  return new DucatError({ code: 'operation_in_progress', message, effect: 'none', retry: 'safe' });
}
