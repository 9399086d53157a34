import type { Provider } from '@ducat/core';
import type { RoutingQuestion } from '@ducat/router';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import { loadedFrom } from '../log/loaded.ts';
import type { AttemptBegun, EvidenceFound, PaymentEvent } from '../model/event.ts';
import { NoMoneyMoved } from '../model/proof.ts';
import { failureOf } from '../reduce/conclude.ts';
import type { AttemptState } from '../reduce/state.ts';
import { nextAttempt } from './begin-attempt.ts';
import { operationOf } from './find.ts';
import { answerRetries, unlessKnown } from './send-attempt.ts';

/** One attempt that stands in the journal and has not been sent. */
export interface Try {
  readonly loaded: LoadedPayment;
  readonly provider: Provider;
  readonly attempt: AttemptBegun;
}

/** A run of an operation over its providers. */
export interface Run {
  readonly question: RoutingQuestion;
  /** Who is tried after this one, in order. */
  readonly others: readonly Provider[];
  /** When the whole operation has to be answered, milliseconds since the epoch. */
  readonly until: number;
  readonly signal: AbortSignal | undefined;
}

/** Where a run is: at its next attempt, or at the end of what it can do. */
export interface Moved {
  readonly loaded: LoadedPayment;
  readonly next?: Try;
  readonly others: readonly Provider[];
}

/**
 * Writes the evidence down and, in the same step, the next attempt, when it is proven that none before it took anything.
 * Without evidence: what is proven by now is the result when nobody else is tried.
 */
export async function moveOn(engine: Engine, current: Try, run: Run, evidence?: EvidenceFound): Promise<Moved> {
  const [provider, ...others] = openLast(engine, run.others);
  let begun: AttemptBegun | undefined;
  const decide = (newest: LoadedPayment): readonly PaymentEvent[] => {
    const news = evidence === undefined ? [] : unlessKnown(newest, evidence);
    begun = provider && following(engine, newest, news, current.attempt, provider, run);
    if (begun !== undefined) return [...news, begun];
    return evidence === undefined ? settlement(engine, newest, current.attempt.operation) : news;
  };
  const loaded = await engine.log.amend(current.loaded, decide, 'possible', answerRetries);
  if (provider === undefined || begun === undefined) return { loaded, others: run.others };
  return { loaded, next: { loaded, provider, attempt: begun }, others };
}

/** Circuits open while a run goes on, too: who failed too often since the plan was made is tried after all others. */
function openLast({ router, clock }: Engine, providers: readonly Provider[]): readonly Provider[] {
  const at = clock.now();
  const isOpen = ({ id }: Provider): boolean => router.isOpen(id, at);
  return providers.length < 2 ? providers : [...providers.filter((each) => !isOpen(each)), ...providers.filter(isOpen)];
}

function following(
  engine: Engine,
  newest: LoadedPayment,
  news: readonly EvidenceFound[],
  { operation: key, reference, attempt: number }: AttemptBegun,
  provider: Provider,
  { until, signal, question }: Run,
): AttemptBegun | undefined {
  const at = engine.clock.now();
  if (at >= until || signal?.aborted === true || news.some(leavesItOpen)) return undefined;
  const { state } = news.length === 0 ? newest : loadedFrom(newest.payment, [...newest.events, ...news]);
  const operation = operationOf(state, key);
  const last = operation?.attempts.at(-1);
  if (operation?.settled !== undefined || last?.begun.reference !== reference || !anotherMayHelp(last))
    return undefined;
  const proofs = operation?.attempts.map((attempt) => NoMoneyMoved.of(attempt)) ?? [];
  const proof = proofs.at(-1);
  if (proof === undefined || proofs.includes(undefined)) return undefined;
  const deadline = Math.min(at + engine.limits.attemptMilliseconds, until);
  return nextAttempt({ operation: key, kind: question.operation, provider, at, deadline }, number, proof);
}

/** The usual case, told without asking the whole history. */
function leavesItOpen({ finding }: EvidenceFound): boolean {
  return finding.status !== 'declined' && finding.status !== 'not_sent';
}

/** Nobody else is tried: what is proven by now is the result. */
function settlement(engine: Engine, { state }: LoadedPayment, key: string): PaymentEvent[] {
  const operation = operationOf(state, key);
  if (operation === undefined || operation.settled !== undefined) return [];
  const settled = failureOf(operation, engine.clock.now());
  return settled === undefined ? [] : [settled];
}

function anotherMayHelp({ ground }: AttemptState): boolean {
  return ground?.finding.status !== 'declined' || ground.finding.decline.anotherProviderMayHelp;
}
