import type { AttemptContext, CardToken, Outcome, Provider } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import type { EvidenceFound } from '../model/event.ts';
import { responseTo } from './evidence.ts';
import { attemptOf } from './find.ts';
import { keepToken } from './keep-token.ts';
import { send } from './send.ts';

/** One sending that stands in the journal. */
export interface Sent {
  readonly provider: Provider;
  readonly reference: string;
  /** 1 for the first. */
  readonly sending: number;
  readonly deadline: number;
  readonly call: (context: AttemptContext) => Promise<Outcome>;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, as evidence, and the token, which the journal may not have. */
export interface Answered {
  readonly evidence: EvidenceFound;
  readonly token: CardToken | undefined;
}

/** An answer that was received is worth more than one try to write it down. */
export const answerRetries = 2;

/** Makes one sending and writes down what came back. */
export async function sendAttempt(engine: Engine, loaded: LoadedPayment, sent: Sent): Promise<LoadedPayment> {
  const { evidence } = await answerTo(engine, loaded, sent);
  return await engine.log.amend(loaded, (newest) => unlessKnown(newest, evidence), 'possible', answerRetries);
}

/** Makes one sending. Never throws. */
export async function answerTo(engine: Engine, loaded: LoadedPayment, sent: Sent): Promise<Answered> {
  const { provider, reference, sending, deadline, call, signal } = sent;
  const operation = attemptOf(loaded.state, reference)?.operation.begun;
  if (operation === undefined) throw new Error(`the journal lost the attempt ${reference}`);
  const context = { reference, deadline, ...(signal === undefined ? {} : { signal }) };
  const { finding, token } = await send(engine, provider, operation.amount, call, context);
  const kept = await keepToken(engine, token, { payment: loaded.payment, key: operation.operation });
  const evidence = responseTo(reference, sending, finding, engine.clock.now());
  return { evidence: kept === undefined ? evidence : { ...evidence, token: kept }, token };
}

/** The same answer is written once, however often it is tried. */
export function unlessKnown({ state }: LoadedPayment, evidence: EvidenceFound): EvidenceFound[] {
  const known = attemptOf(state, evidence.reference)?.attempt.evidence ?? [];
  return known.some(({ id }) => id === evidence.id) ? [] : [evidence];
}
