import type { OperationSettled } from '../model/event.ts';
import { NoMoneyMoved } from '../model/proof.ts';
import { isRunning } from './running.ts';
import type { OperationState, PaymentState } from './state.ts';

/**
 * The operations that are settled by what is known, and are not written down as settled yet. The first success settles
 * for good; everything else only when nobody can be about to try another provider.
 */
export function conclusionsOf(state: PaymentState, graceMilliseconds: number, now: number): OperationSettled[] {
  return state.operations.flatMap((operation) => {
    if (operation.settled !== undefined) return [];
    const last = operation.attempts.at(-1);
    const mayGoOn = last === undefined || isRunning(last, graceMilliseconds, now);
    const settled = successOf(operation, now) ?? (mayGoOn ? undefined : failureOf(operation, now));
    return settled === undefined ? [] : [settled];
  });
}

/** The settlement of an operation whose last attempt provably took nothing, by whoever knows that no other will follow. */
export function failureOf({ begun, attempts }: OperationState, at: number): OperationSettled | undefined {
  const last = attempts.at(-1);
  const proof = last && NoMoneyMoved.of(last);
  if (proof === undefined) return undefined;
  const result = proof.because === 'declined' ? 'declined' : 'not_sent';
  const { operation } = begun;
  return { type: 'operation_settled', at, operation, result, reference: proof.attempt, evidence: proof.evidence };
}

function successOf({ begun, attempts }: OperationState, at: number): OperationSettled | undefined {
  const [first] = attempts
    .filter(({ status }) => status === 'approved')
    .toSorted((one, other) => (one.ground?.at ?? 0) - (other.ground?.at ?? 0));
  if (first?.ground?.finding.status !== 'approved') return undefined;
  const { operation } = begun;
  const { reference } = first.begun;
  const { id: evidence, finding } = first.ground;
  const { providerReference } = finding;
  return { type: 'operation_settled', at, operation, result: 'approved', reference, evidence, providerReference };
}
