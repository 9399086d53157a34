import type { ChallengeAnswer, Outcome, Provider } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { Engine } from './engine.ts';
import type { LoadedPayment } from './log/payment-log.ts';
import type { Finding } from './model/finding.ts';
import { findingOf } from './model/finding-of.ts';
import type { AttemptState } from './reduce/state.ts';
import type { OperationResult } from './result.ts';
import { answerOf } from './run/answer.ts';
import { proofFrom } from './run/evidence.ts';
import { attemptOf } from './run/find.ts';

/** What brings a payment on after the shopper acted. */
export interface ResumeRequest {
  /** The string that came with `action_required`. */
  readonly continuation: string;
  /** What the ACS sent to the merchant's own `threeDSecure.termUrl`, unchanged. */
  readonly answer?: ChallengeAnswer;
}

/**
 * Goes on with a payment whose shopper is back. The provider's own continuation comes from the journal and the outcome
 * from the provider; nothing that the browser says decides anything.
 */
export async function resumePayment(engine: Engine, request: ResumeRequest): Promise<OperationResult> {
  const { continuation: reference, answer } = request;
  const payment =
    typeof reference === 'string' ? await engine.journal.find({ kind: 'attempt', value: reference }) : undefined;
  if (payment === undefined) throw invalidRequest('continuation', 'is not one that came with action_required');
  const loaded = await engine.log.load(payment);
  const found = attemptOf(loaded.state, reference);
  if (found === undefined) throw invalidRequest('continuation', 'is not one that came with action_required');
  const { operation, attempt } = found;
  if (operation.settled !== undefined) return answerOf(loaded, operation);
  const { outcome, finding } = await challenge(engine, attempt, operation.begun.amount, answer);
  const token = outcome?.status === 'approved' ? outcome.token : undefined;
  if (token !== undefined) await engine.vault?.save(token, { payment, key: operation.begun.operation });
  const written = await engine.log.amend(loaded, (newest) =>
    evidenceOf(newest, reference, finding, engine.clock.now()),
  );
  const after = attemptOf(written.state, reference)?.operation ?? operation;
  return answerOf(written, after, token);
}

async function challenge(
  { providers, clock, limits }: Engine,
  attempt: AttemptState,
  requested: Parameters<typeof findingOf>[1],
  answer: ChallengeAnswer | undefined,
): Promise<{ readonly outcome?: Outcome; readonly finding: Finding }> {
  const provider: Provider | undefined = providers.get(attempt.begun.provider);
  const asked = attempt.evidence.findLast(({ finding }) => finding.status === 'action_required')?.finding;
  if (asked?.status !== 'action_required' || provider?.challenge === undefined) {
    throw invalidRequest('continuation', 'belongs to a payment that waits for no shopper');
  }
  const { continuation } = asked;
  const context = { clock, deadline: clock.now() + limits.attemptMilliseconds };
  try {
    const outcome = await provider.challenge({ continuation, ...(answer === undefined ? {} : { answer }) }, context);
    return { outcome, finding: answered(findingOf(outcome, requested)) };
  } catch (thrown) {
    if (DucatError.is(thrown) && thrown.code === 'invalid_request') throw thrown;
    const error = DucatError.is(thrown) ? thrown.toJSON() : defect;
    return { finding: { status: 'unanswered', error } };
  }
}

/** Here a lookup that failed says nothing about the payment. */
function answered(finding: Finding): Finding {
  return finding.status === 'unknown' || finding.status === 'not_sent'
    ? { status: 'unanswered', error: finding.error }
    : finding;
}

function evidenceOf(
  { state }: LoadedPayment,
  reference: string,
  finding: Finding,
  at: number,
): ReturnType<typeof proofFrom>[] {
  const attempt = attemptOf(state, reference)?.attempt;
  return attempt === undefined ? [] : [proofFrom('challenge', attempt, finding, at)];
}

const defect = {
  code: 'internal',
  message: 'the adapter threw something that is no DucatError',
  effect: 'possible',
} as const;
