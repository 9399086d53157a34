import type { Provider } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { Target } from '../model/operation.ts';
import { isUnclear } from '../reduce/running.ts';
import type { OperationState, PaymentState } from '../reduce/state.ts';
import { requireHeld } from './held.ts';
import { requireTaken } from './taken.ts';
import type { Wish } from './wish.ts';

/**
 * The transaction that the operation may act on.
 * @throws DucatError `invalid_request` when the sums or the state of the payment forbid it, `operation_in_progress` while
 * another operation of the payment is unclear. Nothing was sent.
 */
export function targetOf(state: PaymentState, wish: Wish, providerOf: (id: string) => Provider): Target {
  const [first] = state.operations;
  if (first === undefined)
    throw invalidRequest('payment', 'is not known: it has to be the key under which it was begun');
  const unclear = state.operations.find(mayBeActing);
  if (unclear !== undefined) throw inProgress(unclear);
  requireCurrency(first, wish);
  const limitsOf = ({ provider }: Target): Provider['limits'] => providerOf(provider).limits;
  return wish.kind === 'refund' ? requireTaken(state, wish, limitsOf) : requireHeld(state, wish, limitsOf);
}

/**
 * An operation that may be acting at this moment, or of which nobody knows whether it did. What gives back a surplus acts
 * on a transaction that nothing else acts on.
 */
function mayBeActing({ begun, settled, attempts }: OperationState): boolean {
  if (settled !== undefined || begun.reverses !== undefined) return false;
  const last = attempts.at(-1);
  return last === undefined || isUnclear(last);
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
