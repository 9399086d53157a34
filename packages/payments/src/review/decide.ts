import type { DucatError } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import type { Engine } from '../engine.ts';
import { transactionName } from '../log/names.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import type { EvidenceFound, ReviewRequested } from '../model/event.ts';
import { lookupsOf } from '../recovery/looks.ts';
import { inquire } from '../recovery/inquire.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { attemptOf } from '../run/find.ts';
import type { ReviewDecision } from './decisions.ts';
import { decisionsFor } from './decisions.ts';
import { findingOfDecision, isSameDecision } from './finding-of-decision.ts';
import { partsOfReviewId } from './review.ts';

/**
 * Writes an operator's decision down as evidence. A repeat of it changes nothing.
 * @throws DucatError `invalid_request` when there is nothing to decide, or not this.
 */
export async function decideReview(engine: Engine, request: ReviewDecision): Promise<LoadedPayment> {
  const { reference } = partsOfReviewId(request.review);
  const payment = await engine.log.find({ kind: 'attempt', value: reference });
  if (payment === undefined) throw unknownReview();
  const loaded = await engine.log.load(payment);
  if (request.decision === 'again') return await askAgain(engine, loaded, request);
  if (request.decision === 'approved') await requireOwnTransaction(engine, loaded, request);
  return await engine.log.amend(loaded, (newest) => evidenceOf(newest, request, engine.clock.now()), 'none');
}

interface InReview {
  readonly operation: OperationState;
  readonly attempt: AttemptState;
  readonly review: ReviewRequested;
  readonly isOpen: boolean;
}

function evidenceOf(loaded: LoadedPayment, request: ReviewDecision, at: number): EvidenceFound[] {
  const found = reviewIn(loaded, request.review);
  const { operation, attempt, review, isOpen } = found;
  const finding = findingOfDecision(request);
  const id = `operator-${review.number}`;
  const decided = attempt.evidence.find((piece) => piece.id === id);
  if (decided !== undefined && isSameDecision(decided.finding, finding)) return [];
  if (!isOpen) throw notOpen(found);
  requirePossible(review, request);
  const { amount } = operation.begun;
  if (request.decision === 'approved' && !request.amount.equals(amount)) {
    throw invalidRequest('amount', `must be what was asked for, ${amount.toString()}; any other is for the provider`);
  }
  const { reference } = review;
  return [{ type: 'evidence', at, id, reference, source: 'operator', trust: 'proof', finding }];
}

/** One more question to the provider, by the operator's wish; the bound on questions holds all the same. */
async function askAgain(engine: Engine, loaded: LoadedPayment, request: ReviewDecision): Promise<LoadedPayment> {
  const found = reviewIn(loaded, request.review);
  const { attempt, review, isOpen } = found;
  if (!isOpen) throw notOpen(found);
  requirePossible(review, request);
  const lookups = lookupsOf(attempt);
  if (lookups >= engine.schedule.maximumLookups)
    throw invalidRequest('decision', `cannot be again: ${attempt.begun.provider} was asked ${lookups} times`);
  return await inquire(engine, loaded, review.reference);
}

function reviewIn({ state }: LoadedPayment, id: string): InReview {
  const { reference, number } = partsOfReviewId(id);
  const found = attemptOf(state, reference);
  const isIt = (review: ReviewRequested): boolean => review.reference === reference && review.number === number;
  const review = found?.operation.allReviews.find(isIt);
  if (found === undefined || review === undefined) throw unknownReview();
  return { ...found, review, isOpen: found.operation.reviews.some(isIt) };
}

function requirePossible(review: ReviewRequested, { decision }: ReviewDecision): void {
  const possible = Object.keys(decisionsFor(review));
  if (!possible.includes(decision)) throw invalidRequest('decision', `must be one of these: ${possible.join(', ')}`);
}

function unknownReview(): DucatError {
  return invalidRequest('review', 'names no review: payments.reviews() lists those that wait');
}

function notOpen({ operation: { settled }, attempt }: InReview): DucatError {
  const known = settled === undefined ? `the attempt is ${attempt.status}` : `the operation is ${settled.result}`;
  return invalidRequest('review', `is not open any more, so there is nothing to decide: ${known}`);
}

/** A slip of the pen must not make another payment's transaction count for this one. */
async function requireOwnTransaction(
  { log }: Engine,
  loaded: LoadedPayment,
  { review, providerReference }: Extract<ReviewDecision, { decision: 'approved' }>,
): Promise<void> {
  const { attempt } = reviewIn(loaded, review);
  const owner = await log.find(transactionName(attempt.begun.provider, providerReference));
  if (owner !== undefined && owner !== loaded.payment)
    throw invalidRequest('providerReference', `belongs to the payment ${owner}`);
}
