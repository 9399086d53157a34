import type { ProviderLimits } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { Target } from '../model/operation.ts';
import type { OperationState, PaymentState } from '../reduce/state.ts';
import { sumOf } from './sums.ts';
import { transactionOf } from './transaction-of.ts';
import type { Wish } from './wish.ts';

/**
 * The hold that a capture or a void may act on.
 * @throws DucatError `invalid_request` when there is none, not so much of it, or not in this way.
 */
export function requireHeld(
  { operations }: PaymentState,
  wish: Wish,
  limitsOf: (target: Target) => ProviderLimits,
): Target {
  const { kind, amount } = wish;
  const [first] = operations;
  if (first?.begun.kind !== 'authorize') throw invalidRequest('payment', `can only ${kind} what was authorized`);
  const target = transactionOf(first);
  if (target === undefined) throw invalidRequest('payment', `is not authorized, so there is nothing to ${kind}`);
  const { currency } = first.begun.amount;
  const voided = sumOf(operations, 'void', currency);
  const captured = sumOf(operations, 'capture', currency);
  if (voided.minorUnits > 0n && kind === 'capture') {
    throw invalidRequest('payment', 'was voided: nothing is held any more');
  }
  const held = first.begun.amount.minus(captured).minus(voided);
  if (amount.compare(held) > 0) throw invalidRequest('amount', `must be at most what is held: ${held.toString()}`);
  const limits = limitsOf(target);
  if (captured.minorUnits > 0n && !limits.capture.multiple) {
    throw invalidRequest('payment', `was captured, and ${target.provider} lets go of what is left of a hold then`);
  }
  requireWhole(first, wish, limits);
  return target;
}

/** Less than the whole is for providers that can, and where they want to know it beforehand, for holds that said so. */
function requireWhole(
  { begun }: OperationState,
  { kind, amount }: Wish,
  { capture, void: voids }: ProviderLimits,
): void {
  if (amount.equals(begun.amount)) return;
  const isAnnounced = capture.partial === 'when_announced' && begun.partialCapture === true;
  const mayBePart = kind === 'void' ? voids.partial : capture.partial === 'always' || isAnnounced;
  if (mayBePart) return;
  const hint = kind === 'capture' && capture.partial === 'when_announced' ? ', or authorized with partialCapture' : '';
  throw invalidRequest('amount', `must be all that was authorized, ${begun.amount.toString()}${hint}`);
}
