import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import { reverse } from '../follow/reverse.ts';
import { hasOpenHint } from '../reduce/hints.ts';
import { isDecided } from '../reduce/running.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { surplusOf } from '../reduce/surplus.ts';
import { lookupsOf, needsLook, nextLook } from './due.ts';
import { inquire } from './inquire.ts';
import { requestReview } from './review.ts';

/** More steps than a payment can need at one time; a defect must not turn into an endless loop of calls. */
const mostSteps = 20;

/** Does for one payment whatever is due now: looks, sends again, gives back, hands over. */
export async function resolve(engine: Engine, payment: string): Promise<LoadedPayment> {
  let loaded = await engine.log.amend(await engine.log.load(payment), () => []);
  for (let step = 0; step < mostSteps; step += 1) {
    const next = await takeStep(engine, loaded);
    if (next === loaded) return loaded;
    loaded = next;
  }
  return loaded;
}

async function takeStep(engine: Engine, loaded: LoadedPayment): Promise<LoadedPayment> {
  const { schedule, clock } = engine;
  for (const operation of loaded.state.operations) {
    for (const attempt of operation.attempts) {
      if (!isDue(operation, attempt, engine)) continue;
      const reference = attempt.begun.reference;
      const reason = reviewReason(operation, attempt, engine, clock.now());
      if (reason !== undefined) return await requestReview(engine, loaded, reference, reason);
      if (lookupsOf(attempt) < schedule.maximumLookups) return await inquire(engine, loaded, reference);
    }
  }
  const surplus = surplusOf(loaded.state).find(({ reversal }) => reversal === undefined);
  return surplus === undefined ? loaded : await reverse(engine, loaded, surplus);
}

function isDue(operation: OperationState, attempt: AttemptState, { schedule, clock }: Engine): boolean {
  if (isDecided(attempt) && !hasOpenHint(attempt)) return false;
  return needsLook(operation, attempt) && nextLook(attempt, schedule, clock.now()) <= clock.now();
}

function reviewReason(
  operation: OperationState,
  attempt: AttemptState,
  { schedule }: Engine,
  now: number,
): string | undefined {
  if (operation.settled !== undefined || operation.reviews.length > 0 || hasOpenHint(attempt)) return undefined;
  const said = `after ${lookupsOf(attempt)} lookups ${attempt.begun.provider} still says: ${attempt.status}`;
  if (lookupsOf(attempt) >= schedule.lookupsBeforeReview) return said;
  return now - attempt.begun.at >= schedule.reviewAfterMilliseconds ? said : undefined;
}
