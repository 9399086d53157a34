import type { Provider } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import type { OperationBegun } from '../model/event.ts';
import { requestReview } from '../recovery/review.ts';
import { handOver, surplusStepsOf } from '../recovery/surplus-steps.ts';
import type { OperationState } from '../reduce/state.ts';
import type { Surplus } from '../reduce/surplus.ts';
import { reversalKey } from '../request/key.ts';
import { firstAttempt } from '../run/begin-attempt.ts';
import { sendAttempt } from '../run/send-attempt.ts';
import { followingCall } from './call.ts';

/**
 * Gives back what moved once too often: a hold is voided, a payment refunded, with a key of its own. What cannot be
 * given back (a second payout, a second refund) is handed to a person.
 */
export async function reverse(engine: Engine, loaded: LoadedPayment, surplus: Surplus): Promise<LoadedPayment> {
  const { clock, limits, log, providers, schedule } = engine;
  const kind = reversalKind(surplus.operation);
  const provider = providers.get(surplus.attempt.begun.provider);
  if (kind === undefined || provider === undefined || typeof provider[kind] !== 'function') {
    return await requestReview(engine, loaded, handOver(surplus, whyNot(surplus, kind, provider)));
  }
  const at = clock.now();
  const deadline = at + limits.attemptMilliseconds;
  let begun: OperationBegun | undefined;
  const written = await log.amend(loaded, ({ state }) => {
    const steps = surplusStepsOf(state, schedule, at);
    const isMine = steps.some((step) => step.kind === 'reverse' && step.at <= at && step.surplus.name === surplus.name);
    begun = undefined;
    if (!isMine) return [];
    const number = state.operations.filter((operation) => operation.begun.reverses !== undefined).length + 1;
    begun = operationBegun(surplus, kind, reversalKey(surplus.operation.begun.operation, number), at);
    return [begun, firstAttempt({ operation: begun.operation, kind, provider, at, deadline })];
  });
  const attempt = written.events.findLast(
    (event) => event.type === 'attempt_begun' && event.operation === begun?.operation,
  );
  if (begun === undefined || attempt?.type !== 'attempt_begun') return written;
  const { reference } = attempt;
  const call = followingCall(provider, begun);
  return await sendAttempt(engine, written, { provider, reference, sending: 1, deadline, call });
}

function reversalKind({ begun }: OperationState): 'void' | 'refund' | undefined {
  if (begun.kind === 'authorize') return 'void';
  return begun.kind === 'charge' || begun.kind === 'tokenize' || begun.kind === 'capture' ? 'refund' : undefined;
}

function whyNot({ operation, attempt }: Surplus, kind: string | undefined, provider: Provider | undefined): string {
  if (kind === undefined) return `a ${operation.begun.kind} cannot be given back`;
  const { provider: id } = attempt.begun;
  return provider === undefined ? `no provider ${id} is configured` : `${id} cannot ${kind}`;
}

function operationBegun(
  { attempt, transaction, name }: Surplus,
  kind: 'void' | 'refund',
  operation: string,
  at: number,
): OperationBegun {
  const { provider } = attempt.begun;
  const target = { provider, providerReference: transaction.providerReference };
  const reason = 'taken twice';
  const { amount } = transaction;
  return { type: 'operation_begun', at, operation, kind, amount, fingerprint: name, target, reverses: name, reason };
}
