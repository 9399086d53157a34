import type { OperationSettled } from '../model/event.ts';
import { NoMoneyMoved } from '../model/proof.ts';
import { isRunning } from './running.ts';
import type { AttemptState, OperationState, PaymentState } from './state.ts';

/**
 * The operations that are settled by what is known, and are not written down as settled yet. The first success settles
 * for good; everything else only when nobody can be about to try another provider.
 */
export function conclusionsOf(state: PaymentState, graceMilliseconds: number, now: number): OperationSettled[] {
  return state.operations.flatMap((operation) => {
    if (operation.settled !== undefined) return [];
    const success = successOf(operation, now);
    if (success !== undefined) return [success];
    const last = operation.attempts.at(-1);
    const mayGoOn = last === undefined || isRunning(last, graceMilliseconds, now);
    const failure = mayGoOn ? undefined : failureOf(operation, now);
    return failure === undefined ? [] : [failure];
  });
}

/** The settlement of an operation of which no attempt took anything, by whoever knows that no other will follow. */
export function failureOf({ begun, attempts }: OperationState, at: number): OperationSettled | undefined {
  const proofs = attempts.map((attempt) => NoMoneyMoved.of(attempt));
  const proof = proofs.at(-1);
  if (proof === undefined || proofs.includes(undefined)) return undefined;
  const result = proof.because === 'declined' ? 'declined' : 'not_sent';
  const { operation } = begun;
  return { type: 'operation_settled', at, operation, result, reference: proof.attempt, evidence: proof.evidence };
}

/** The first success counts; what came at the same moment, by the number of its attempt. */
function successOf({ begun, attempts }: OperationState, at: number): OperationSettled | undefined {
  let first: AttemptState['ground'];
  for (const { status, ground } of attempts) {
    if (status === 'approved' && ground !== undefined && (first === undefined || ground.at < first.at)) first = ground;
  }
  if (first?.finding.status !== 'approved') return undefined;
  const { operation } = begun;
  const { id: evidence, reference, finding } = first;
  const { providerReference } = finding;
  return { type: 'operation_settled', at, operation, result: 'approved', reference, evidence, providerReference };
}
