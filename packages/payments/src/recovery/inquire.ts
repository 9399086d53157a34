import type { LookupRequest, Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import type { PaymentEvent } from '../model/event.ts';
import { countHints } from '../reduce/hints.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { proofFrom } from '../run/evidence.ts';
import { attemptOf } from '../run/find.ts';
import { resend } from '../follow/resend.ts';
import type { Found } from './findings.ts';
import { findingsOf } from './findings.ts';
import { requestReview } from './review.ts';
import { wayOf } from './ways.ts';

/** Takes one step to find out what became of an attempt, and writes down what it brought, even when that is nothing. */
export async function inquire(engine: Engine, loaded: LoadedPayment, reference: string): Promise<LoadedPayment> {
  const found = attemptOf(loaded.state, reference);
  if (found === undefined) return loaded;
  const { operation, attempt } = found;
  const { schedule, clock } = engine;
  const provider = engine.providers.get(attempt.begun.provider);
  const way = wayOf({ provider, operation, attempt, schedule, now: clock.now() });
  if (way.kind === 'none' || provider === undefined) {
    const reason = way.kind === 'none' ? way.reason : `no provider ${attempt.begun.provider} is configured`;
    return await requestReview(engine, loaded, reference, reason);
  }
  if (way.kind === 'resend') return await resend(engine, loaded, { provider, operation, attempt });
  const answer = await ask(engine, provider, way.request, operation, attempt);
  if (answer.token !== undefined) {
    await engine.vault?.save(answer.token, { payment: loaded.payment, key: operation.begun.operation });
  }
  const hints = countHints(attempt);
  return await engine.log.amend(loaded, (newest) => evidenceOf(newest, reference, answer, hints, clock.now()));
}

async function ask(
  engine: Engine,
  provider: Provider,
  request: LookupRequest,
  operation: OperationState,
  attempt: AttemptState,
): Promise<Found> {
  const { clock, limits } = engine;
  try {
    const context = { clock, deadline: clock.now() + limits.attemptMilliseconds };
    const result = await provider.lookup?.(request, context);
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
  hints: number,
  at: number,
): PaymentEvent[] {
  const attempt = attemptOf(state, reference)?.attempt;
  if (attempt === undefined) return [];
  return findings.map((finding, index) => {
    const evidence = proofFrom('lookup', attempt, finding, at);
    const named = index === 0 ? evidence : { ...evidence, id: `${evidence.id}.${index + 1}` };
    return finding.status === 'unanswered' || hints === 0 ? named : { ...named, hints };
  });
}
