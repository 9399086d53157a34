import type { ChallengeAnswer, Money } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { Engine } from './engine.ts';
import type { LoadedPayment } from './log/loaded.ts';
import type { EvidenceFound } from './model/event.ts';
import type { Finding } from './model/finding.ts';
import { findingOf } from './model/finding-of.ts';
import { askedOf } from './reduce/asked.ts';
import type { AttemptState } from './reduce/state.ts';
import type { OperationResult } from './result.ts';
import { answerOf } from './run/answer.ts';
import { proofFrom } from './run/evidence.ts';
import { attemptOf } from './run/find.ts';
import { keepToken } from './run/keep-token.ts';
import type { Answer } from './run/send.ts';
import { isAboutAnother } from './run/send.ts';
import { within } from './run/within.ts';

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
  const { clock, log } = engine;
  const payment = await log.find({ kind: 'attempt', value: reference });
  if (payment === undefined) throw invalidRequest('continuation', 'is not one that came with action_required');
  const loaded = await log.load(payment);
  const found = attemptOf(loaded.state, reference);
  if (found === undefined) throw invalidRequest('continuation', 'is not one that came with action_required');
  const { operation, attempt } = found;
  if (operation.settled !== undefined) return answerOf(loaded, operation);
  const { finding, token } = await challenge(engine, attempt, operation.begun.amount, answer);
  const kept = await keepToken(engine, token, { payment, key: operation.begun.operation });
  const facts = kept === undefined ? {} : { token: kept };
  const written = await log.amend(loaded, (newest) => evidenceOf(newest, reference, finding, facts, clock.now()));
  const after = attemptOf(written.state, reference)?.operation ?? operation;
  return asAsked(answerOf(written, after, token), finding);
}

/** Once the shopper may have acted, "no money has moved yet" takes an answer of the provider. */
function asAsked(known: OperationResult, finding: Finding): OperationResult {
  if (known.status !== 'action_required' || finding.status !== 'unanswered') return known;
  const { action: _action, continuation: _continuation, ...facts } = known;
  return { ...facts, status: 'unknown', error: new DucatError({ ...finding.error, effect: 'possible' }) };
}

async function challenge(
  engine: Engine,
  attempt: AttemptState,
  requested: Money,
  answer: ChallengeAnswer | undefined,
): Promise<Answer> {
  const { providers, clock, limits } = engine;
  const { provider: id, reference } = attempt.begun;
  const provider = providers.get(id);
  const asked = askedOf(attempt.evidence)?.finding;
  if (asked?.status !== 'action_required' || provider?.challenge === undefined) {
    throw invalidRequest('continuation', 'belongs to a payment that waits for no shopper');
  }
  const { continuation } = asked;
  const relayed = { continuation, ...(answer === undefined ? {} : { answer }) };
  const deadline = clock.now() + limits.attemptMilliseconds;
  try {
    const outcome = await within(
      engine,
      deadline,
      async () => await provider.challenge?.(relayed, { clock, deadline }),
    );
    if (outcome === undefined) return { finding: { status: 'unanswered', error: defect } };
    if (isAboutAnother(outcome, reference, provider)) return { finding: { status: 'unanswered', error: stranger } };
    const finding = answered(findingOf(outcome, requested));
    const token = outcome.status === 'approved' ? outcome.token : undefined;
    return token === undefined ? { finding } : { finding, token };
  } catch (thrown) {
    if (DucatError.is(thrown) && thrown.code === 'invalid_request') throw thrown;
    return { finding: { status: 'unanswered', error: DucatError.is(thrown) ? thrown.toJSON() : defect } };
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
  facts: Pick<EvidenceFound, 'token'>,
  at: number,
): EvidenceFound[] {
  const attempt = attemptOf(state, reference)?.attempt;
  if (attempt === undefined || isNoNews(attempt, finding)) return [];
  return [{ ...proofFrom('challenge', attempt, finding, at), ...facts }];
}

/** Shoppers press reload. That they have still to act, or that nobody answers, is written down once. */
function isNoNews({ evidence }: AttemptState, { status }: Finding): boolean {
  if (status !== 'action_required' && status !== 'pending' && status !== 'unanswered') return false;
  return evidence.findLast(({ source }) => source === 'challenge')?.finding.status === status;
}

const defect = {
  code: 'internal',
  message: 'the adapter threw something that is no DucatError',
  effect: 'possible',
} as const;

const stranger = {
  code: 'contradicting_response',
  message: 'the provider answered about another attempt',
  effect: 'possible',
} as const;
