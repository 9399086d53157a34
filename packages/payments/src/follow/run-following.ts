import type { Money, Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { AttemptBegun, OperationBegun } from '../model/event.ts';
import type { FollowingOperation } from '../model/operation.ts';
import { inquireUntil } from '../recovery/inquire-until.ts';
import type { PaymentState } from '../reduce/state.ts';
import { fingerprintOf } from '../request/fingerprint.ts';
import type { OperationResult } from '../result.ts';
import { requireWanted } from '../run/aborted.ts';
import { answerOf } from '../run/answer.ts';
import { firstAttempt } from '../run/begin-attempt.ts';
import { operationOf } from '../run/find.ts';
import type { RunOptions } from '../run/first.ts';
import { repeat } from '../run/repeat.ts';
import { sendAttempt } from '../run/send-attempt.ts';
import { followingCall } from './call.ts';
import { targetOf } from './rules.ts';

/** What is asked of a payment that exists. */
export interface FollowingRequest {
  readonly payment: string;
  readonly amount: Money;
  readonly reason?: string;
  readonly capture?: string;
}

/**
 * A capture, a void or a refund. Whether it is allowed is decided by what the journal says in the very version that it
 * is written to, so that no two of them, on any node, can both be within the sums and together beyond them.
 */
export async function runFollowing(
  engine: Engine,
  kind: FollowingOperation,
  request: FollowingRequest,
  options: RunOptions,
): Promise<OperationResult> {
  const { key, signal } = options;
  requireWanted(signal);
  const { clock, log, limits, providers } = engine;
  const until = clock.now() + limits.operationMilliseconds;
  const fingerprint = fingerprintOf(kind, request);
  let begun: Begun | undefined;
  const loaded = await log.amend(
    await log.load(request.payment),
    ({ state }) => {
      const isNew = operationOf(state, key) === undefined;
      begun = isNew ? beginFollowing(engine, state, { kind, request, key, fingerprint }) : undefined;
      return begun ?? [];
    },
    'none',
  );
  if (begun === undefined) {
    const operation = operationOf(loaded.state, key)?.begun;
    const callAt = operation && ((provider: Provider) => followingCall(provider, operation));
    const repeated = { key, fingerprint, operation: kind, signal, ...(callAt === undefined ? {} : { callAt }) };
    return await repeat(engine, loaded, repeated);
  }
  const [operation, { reference, deadline, provider: id }] = begun;
  const provider = requireProvider(providers, id);
  const call = followingCall(provider, operation);
  const sent = await sendAttempt(engine, loaded, { provider, reference, sending: 1, deadline, call, signal });
  const told = await inquireUntil(engine, sent, reference, { until, signal });
  const state = operationOf(told.state, key);
  if (state === undefined) throw new Error(`the journal lost the operation ${key}`);
  return answerOf(told, state);
}

type Begun = readonly [OperationBegun, AttemptBegun];

interface Beginning {
  readonly kind: FollowingOperation;
  readonly request: FollowingRequest;
  readonly key: string;
  readonly fingerprint: string;
}

function beginFollowing(
  { clock, providers, limits }: Engine,
  state: PaymentState,
  { kind, request, key, fingerprint }: Beginning,
): Begun {
  const { amount, reason, capture } = request;
  const at = clock.now();
  const target = targetOf(state, { kind, amount, capture }, (id) => requireProvider(providers, id));
  const provider = requireProvider(providers, target.provider);
  if (typeof provider[kind] !== 'function') {
    throw new DucatError({ code: 'unsupported', message: `${provider.id} cannot ${kind}`, effect: 'none' });
  }
  const operation: OperationBegun = {
    type: 'operation_begun',
    at,
    operation: key,
    kind,
    amount,
    fingerprint,
    target,
    ...(reason === undefined ? {} : { reason }),
  };
  return [operation, firstAttempt({ operation: key, kind, provider, at, deadline: at + limits.attemptMilliseconds })];
}

function requireProvider(providers: Engine['providers'], id: string): Provider {
  const provider = providers.get(id);
  if (provider !== undefined) return provider;
  const message = `the payment is at ${id}, which is not among the configured providers`;
  throw new DucatError({ code: 'unsupported', message, effect: 'none' });
}
