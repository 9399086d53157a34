import type { LookupRequest, Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Engine } from '../engine.ts';
import { followingCall } from '../follow/call.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import type { EvidenceFound, PaymentEvent } from '../model/event.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { proofFrom } from '../run/evidence.ts';
import { attemptOf } from '../run/find.ts';
import { keepToken } from '../run/keep-token.ts';
import { resend } from '../run/resend.ts';
import { within } from '../run/within.ts';
import type { Found } from './findings.ts';
import { findingsOf } from './findings.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { requestReview } from './review.ts';
import { wayOf } from './ways.ts';

/** Takes one step to find out what became of an attempt, and writes down what it brought, even when that is nothing. */
export async function inquire(
  engine: Engine,
  loaded: LoadedPayment,
  reference: string,
  signal?: AbortSignal,
): Promise<LoadedPayment> {
  return await oneAtATime(engine.log, reference, () => inquireNow(engine, loaded, reference, signal));
}

async function inquireNow(
  engine: Engine,
  loaded: LoadedPayment,
  reference: string,
  signal: AbortSignal | undefined,
): Promise<LoadedPayment> {
  const found = attemptOf(loaded.state, reference);
  if (found === undefined) return loaded;
  const { operation, attempt } = found;
  const { schedule, clock } = engine;
  const provider = engine.providers.get(attempt.begun.provider);
  const way = wayOf({ provider, operation, attempt, schedule, now: clock.now() });
  if (way.kind === 'none' || provider === undefined) {
    const reason = way.kind === 'none' ? way.reason : `no provider ${attempt.begun.provider} is configured`;
    return await requestReview(engine, loaded, { reference, cause: 'no_way', reason });
  }
  if (way.kind === 'resend') {
    return await resend(engine, loaded, {
      provider,
      reference,
      call: followingCall(provider, operation.begun),
      signal,
    });
  }
  const answer = await ask(engine, provider, way.request, { operation, attempt, signal });
  const token = await keepToken(engine, answer.token, { payment: loaded.payment, key: operation.begun.operation });
  const hints = attempt.openHints.map(({ id }) => id);
  const isListed = provider.limits.lookupByReference.includes(operation.begun.kind);
  const byId = isListed && way.request.providerReference !== undefined;
  const facts = {
    ...(byId ? { byId } : {}),
    ...(hints.length === 0 ? {} : { hints }),
    ...(token === undefined ? {} : { token }),
  };
  return await engine.log.amend(loaded, (newest) => evidenceOf(newest, reference, answer, facts, clock.now()));
}

interface Asked {
  readonly operation: OperationState;
  readonly attempt: AttemptState;
  readonly signal: AbortSignal | undefined;
}

async function ask(
  engine: Engine,
  provider: Provider,
  request: LookupRequest,
  { operation, attempt, signal }: Asked,
): Promise<Found> {
  const { clock, limits } = engine;
  const deadline = clock.now() + limits.attemptMilliseconds;
  const context = { clock, deadline, ...(signal === undefined ? {} : { signal }) };
  try {
    const result = await within(engine, deadline, async () => await provider.lookup?.(request, context));
    if (result !== undefined) return findingsOf(result, operation, attempt);
  } catch (thrown) {
    if (DucatError.is(thrown)) return { findings: [{ status: 'unanswered', error: thrown.toJSON() }] };
  }
  const message = 'the adapter threw something that is no DucatError';
  return { findings: [{ status: 'unanswered', error: { code: 'internal', message, effect: 'none' } }] };
}

function evidenceOf(
  { state }: LoadedPayment,
  reference: string,
  { findings }: Found,
  facts: Pick<EvidenceFound, 'byId' | 'hints' | 'token'>,
  at: number,
): PaymentEvent[] {
  const attempt = attemptOf(state, reference)?.attempt;
  if (attempt === undefined) return [];
  return findings.map((finding, index) => {
    const { id, ...evidence } = proofFrom('lookup', attempt, finding, at);
    return { ...evidence, id: index === 0 ? id : `${id}.${index + 1}`, ...facts };
  });
}
