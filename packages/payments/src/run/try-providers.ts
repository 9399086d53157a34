import type { Provider } from '@ducat/core';
import type { RoutingQuestion } from '@ducat/router';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import type { AttemptBegun, EvidenceFound, PaymentEvent } from '../model/event.ts';
import { NoMoneyMoved } from '../model/proof.ts';
import { inquireUntil } from '../recovery/inquire-until.ts';
import { failureOf } from '../reduce/conclude.ts';
import { reduce } from '../reduce/reduce.ts';
import { isDecided } from '../reduce/running.ts';
import type { AttemptState } from '../reduce/state.ts';
import type { OperationResult } from '../result.ts';
import { answerOf } from './answer.ts';
import { nextAttempt } from './begin-attempt.ts';
import { responseTo } from './evidence.ts';
import { attemptOf, operationOf } from './find.ts';
import { callOf } from './first.ts';
import type { Answer } from './send.ts';
import { send } from './send.ts';

/** One attempt that stands in the journal and has not been sent. */
interface Try {
  readonly loaded: LoadedPayment;
  readonly provider: Provider;
  readonly attempt: AttemptBegun;
}

interface Run {
  readonly question: RoutingQuestion;
  /** Who is tried after this one, in order. */
  readonly others: readonly Provider[];
  /** When the whole operation has to be answered, milliseconds since the epoch. */
  readonly until: number;
  readonly signal: AbortSignal | undefined;
}

/** Sends an attempt; goes on to the next provider with the proof that it took nothing, and only then. */
export async function tryProviders(
  engine: Engine,
  { loaded, provider, attempt }: Try,
  run: Run,
): Promise<OperationResult> {
  const { question, until, signal } = run;
  const { reference, deadline } = attempt;
  const call = callOf(provider, question);
  const context = { reference, deadline: Math.min(deadline, until), ...(signal === undefined ? {} : { signal }) };
  const answer = await send(engine, provider, question.request.amount, call, context);
  const evidence = responseTo(reference, 1, answer.finding, engine.clock.now());
  await keepToken(engine, answer, question.key);
  const told = await moveOn(engine, { loaded, provider, attempt }, run, evidence);
  observe(engine, question, told.loaded, attempt);
  if (told.next !== undefined) return await tryProviders(engine, told.next, { ...run, others: told.others });
  const asked = await askUntilClear(engine, { loaded: told.loaded, provider, attempt }, run);
  if (asked.next !== undefined) return await tryProviders(engine, asked.next, { ...run, others: asked.others });
  const operation = operationOf(asked.loaded.state, question.key);
  if (operation === undefined) throw new Error(`the journal lost the operation ${question.key}`);
  return answerOf(asked.loaded, operation, answer.token);
}

interface Moved {
  readonly loaded: LoadedPayment;
  readonly next?: Try;
  readonly others: readonly Provider[];
}

/** Writes the evidence down and, in the same step, the next attempt, when it is proven that this one took nothing. */
async function moveOn(engine: Engine, current: Try, run: Run, evidence: EvidenceFound | undefined): Promise<Moved> {
  const [provider, ...others] = run.others;
  let begun: AttemptBegun | undefined;
  const loaded = await engine.log.amend(current.loaded, (newest) => {
    const news: PaymentEvent[] = evidence === undefined ? [] : [evidence];
    begun = provider && following(engine, newest, news, current.attempt, provider, run);
    if (begun !== undefined) return [...news, begun];
    return evidence === undefined ? settlement(engine, newest, current.attempt.operation) : news;
  });
  if (provider === undefined || begun === undefined) return { loaded, others: run.others };
  return { loaded, next: { loaded, provider, attempt: begun }, others };
}

function following(
  engine: Engine,
  { events, state }: LoadedPayment,
  news: readonly PaymentEvent[],
  { operation: key, reference, attempt: number }: AttemptBegun,
  provider: Provider,
  { until, signal }: Run,
): AttemptBegun | undefined {
  const at = engine.clock.now();
  if (at >= until || signal?.aborted === true) return undefined;
  if (news.some((event) => event.type === 'evidence' && event.finding.status === 'approved')) return undefined;
  const operation = operationOf(state, key);
  if (operation?.settled !== undefined || operation?.attempts.at(-1)?.begun.reference !== reference) return undefined;
  const attempt = attemptOf(news.length === 0 ? state : reduce([...events, ...news]), reference)?.attempt;
  const proof = attempt && NoMoneyMoved.of(attempt);
  if (attempt === undefined || proof === undefined || !anotherMayHelp(attempt)) return undefined;
  const deadline = Math.min(at + engine.limits.attemptMilliseconds, until);
  return nextAttempt({ operation: key, provider, at, deadline }, number, proof);
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

/** Asks what became of an unclear attempt as long as the merchant waits. */
async function askUntilClear(engine: Engine, current: Try, run: Run): Promise<Moved> {
  const state = attemptOf(current.loaded.state, current.attempt.reference)?.attempt;
  if (state?.status !== 'unknown') return { loaded: current.loaded, others: run.others };
  const loaded = await inquireUntil(engine, current.loaded, current.attempt.reference, run);
  const found = attemptOf(loaded.state, current.attempt.reference)?.attempt;
  if (found === undefined || !isDecided(found)) return { loaded, others: run.others };
  return await moveOn(engine, { ...current, loaded }, run, undefined);
}

async function keepToken(engine: Engine, { token }: Answer, key: string): Promise<void> {
  if (token !== undefined) await engine.vault?.save(token, { payment: key, key });
}

function observe(
  engine: Engine,
  question: RoutingQuestion,
  { state }: LoadedPayment,
  { reference }: AttemptBegun,
): void {
  const attempt = attemptOf(state, reference)?.attempt;
  if (attempt === undefined) return;
  const status = attempt.status === 'sending' || attempt.status === 'not_found' ? 'unknown' : attempt.status;
  engine.router.record({ provider: attempt.begun.provider, question, status, at: engine.clock.now() });
}
