import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import type { AttemptBegun, OperationBegun } from '../model/event.ts';
import { requestReview } from '../recovery/review.ts';
import type { OperationState } from '../reduce/state.ts';
import type { Surplus } from '../reduce/surplus.ts';
import { surplusOf } from '../reduce/surplus.ts';
import { reversalKey } from '../request/key.ts';
import { firstAttempt } from '../run/begin-attempt.ts';
import { sendFollowing } from './send-following.ts';

/**
 * Gives back what moved once too often: a hold is voided, a payment refunded, with a key of its own. What cannot be
 * given back (a second payout, a second refund) is handed to a person.
 */
export async function reverse(engine: Engine, loaded: LoadedPayment, surplus: Surplus): Promise<LoadedPayment> {
  const kind = reversalKind(surplus.operation);
  const provider = engine.providers.get(surplus.attempt.begun.provider);
  const { reference } = surplus.attempt.begun;
  if (kind === undefined || typeof provider?.[kind] !== 'function') {
    const reason = `${surplus.transaction.amount.toString()} moved once too often at ${surplus.attempt.begun.provider} and cannot be given back from here`;
    return await requestReview(engine, loaded, reference, reason);
  }
  const { clock, limits, log } = engine;
  let events: readonly [OperationBegun, AttemptBegun] | undefined;
  const written = await log.amend(loaded, ({ state }) => {
    const still = surplusOf(state).find(({ name }) => name === surplus.name);
    events = undefined;
    if (still === undefined || still.reversal !== undefined) return [];
    const at = clock.now();
    const number = state.operations.filter(({ begun }) => begun.reverses !== undefined).length + 1;
    const operation = operationBegun(still, kind, reversalKey(still.operation.begun.operation, number), at);
    const attempt = firstAttempt({
      operation: operation.operation,
      provider,
      at,
      deadline: at + limits.attemptMilliseconds,
    });
    events = [operation, attempt];
    return events;
  });
  if (events === undefined) return written;
  return await sendFollowing(engine, written, provider, events);
}

function reversalKind({ begun }: OperationState): 'void' | 'refund' | undefined {
  if (begun.kind === 'authorize') return 'void';
  return begun.kind === 'charge' || begun.kind === 'tokenize' || begun.kind === 'capture' ? 'refund' : undefined;
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
