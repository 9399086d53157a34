import type { Money } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { AttemptBegun, OperationBegun } from '../model/event.ts';
import type { FollowingOperation } from '../model/operation.ts';
import { fingerprintOf } from '../request/fingerprint.ts';
import type { OperationResult } from '../result.ts';
import { answerOf } from '../run/answer.ts';
import { firstAttempt } from '../run/begin-attempt.ts';
import { operationOf } from '../run/find.ts';
import type { RunOptions } from '../run/first.ts';
import { repeat } from '../run/repeat.ts';
import { allow } from './rules.ts';
import { sendFollowing } from './send-following.ts';

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
  const fingerprint = fingerprintOf(kind, request);
  const begin = { kind, request, key, fingerprint };
  let begun: readonly [OperationBegun, AttemptBegun] | undefined;
  const loaded = await engine.log.amend(
    await engine.log.load(request.payment),
    ({ state }) => {
      begun = operationOf(state, key) === undefined ? beginFollowing(engine, state, begin) : undefined;
      return begun ?? [];
    },
    'none',
  );
  if (begun === undefined) return await repeat(engine, loaded, { key, fingerprint, operation: kind, signal });
  const provider = engine.providers.get(begun[1].provider);
  if (provider === undefined) throw notConfigured(begun[1].provider);
  const sent = await sendFollowing(engine, loaded, provider, begun, signal);
  const operation = operationOf(sent.state, key);
  if (operation === undefined) throw new Error(`the journal lost the operation ${key}`);
  return answerOf(sent, operation);
}

interface Beginning {
  readonly kind: FollowingOperation;
  readonly request: FollowingRequest;
  readonly key: string;
  readonly fingerprint: string;
}

function beginFollowing(
  { clock, providers, limits }: Engine,
  state: Parameters<typeof allow>[0],
  { kind, request, key, fingerprint }: Beginning,
): readonly [OperationBegun, AttemptBegun] {
  const { amount, reason, capture } = request;
  const target = allow(state, { kind, amount, capture });
  const provider = providers.get(target.provider);
  if (provider === undefined) throw notConfigured(target.provider);
  if (typeof provider[kind] !== 'function') {
    throw new DucatError({ code: 'unsupported', message: `${provider.id} cannot ${kind}`, effect: 'none' });
  }
  const at = clock.now();
  const said = reason === undefined ? {} : { reason };
  const operation: OperationBegun = {
    type: 'operation_begun',
    at,
    operation: key,
    kind,
    amount,
    fingerprint,
    target,
    ...said,
  };
  return [operation, firstAttempt({ operation: key, provider, at, deadline: at + limits.attemptMilliseconds })];
}

function notConfigured(provider: string): DucatError {
  const message = `the payment is at ${provider}, which is not among the configured providers`;
  return new DucatError({ code: 'unsupported', message, effect: 'none' });
}
