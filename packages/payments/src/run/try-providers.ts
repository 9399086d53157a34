import type { RoutingQuestion } from '@ducat/router';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import type { AttemptBegun } from '../model/event.ts';
import { inquireUntil } from '../recovery/inquire-until.ts';
import { isDecided } from '../reduce/running.ts';
import type { OperationResult } from '../result.ts';
import { answerOf } from './answer.ts';
import { callOf } from './call.ts';
import { attemptOf, operationOf } from './find.ts';
import type { Moved, Run, Try } from './move-on.ts';
import { moveOn } from './move-on.ts';
import { answerTo } from './send-attempt.ts';

/** Sends an attempt; goes on to the next provider with the proof that it took nothing, and only then. */
export async function tryProviders(engine: Engine, current: Try, run: Run): Promise<OperationResult> {
  const { provider, attempt } = current;
  const { question, until, signal } = run;
  const { reference } = attempt;
  const call = callOf(provider, question);
  const deadline = Math.min(attempt.deadline, until);
  const answer = await answerTo(engine, current.loaded, { provider, reference, sending: 1, deadline, call, signal });
  const told = await moveOn(engine, current, run, answer.evidence);
  observe(engine, question, told.loaded, attempt, false);
  if (told.next !== undefined) return await tryProviders(engine, told.next, { ...run, others: told.others });
  const asked = await askUntilClear(engine, { ...current, loaded: told.loaded }, run);
  if (asked.next !== undefined) return await tryProviders(engine, asked.next, { ...run, others: asked.others });
  const operation = operationOf(asked.loaded.state, question.key);
  if (operation === undefined) throw new Error(`the journal lost the operation ${question.key}`);
  const isIts = operation.settled?.reference === reference;
  return answerOf(asked.loaded, operation, isIts ? answer.token : undefined);
}

/** Asks what became of an unclear attempt as long as the merchant waits. */
async function askUntilClear(engine: Engine, current: Try, run: Run): Promise<Moved> {
  const { loaded: before, attempt } = current;
  if (attemptOf(before.state, attempt.reference)?.attempt.status !== 'unknown') {
    return { loaded: before, others: run.others };
  }
  const loaded = await inquireUntil(engine, before, attempt.reference, run);
  const found = attemptOf(loaded.state, attempt.reference)?.attempt;
  if (found === undefined || found.status === 'unknown') return { loaded, others: run.others };
  observe(engine, run.question, loaded, attempt, true);
  return isDecided(found) ? await moveOn(engine, { ...current, loaded }, run) : { loaded, others: run.others };
}

function observe(
  engine: Engine,
  question: RoutingQuestion,
  { state }: LoadedPayment,
  { reference, provider }: AttemptBegun,
  late: boolean,
): void {
  const attempt = attemptOf(state, reference)?.attempt;
  if (attempt === undefined) return;
  const isMissing = attempt.status === 'sending' || attempt.status === 'not_found';
  const status = isMissing ? 'unknown' : attempt.status;
  const finding = attempt.ground?.finding;
  const decline = finding?.status === 'declined' ? finding.decline : undefined;
  try {
    engine.router.record({ provider, question, status, decline, late, at: engine.clock.now() });
  } catch {
    // What it is told changes where later payments go, and nothing about this one.
  }
}
