import type { AttemptContext, Outcome, Provider } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import { canResend } from '../recovery/ways.ts';
import { attemptOf } from './find.ts';
import { sendAttempt } from './send-attempt.ts';

/** What is sent once more. */
export interface Repetition {
  readonly provider: Provider;
  readonly reference: string;
  readonly call: (context: AttemptContext) => Promise<Outcome>;
  readonly signal?: AbortSignal | undefined;
}

/** Sends the request of an attempt once more, with the reference it had, where that cannot act twice. */
export async function resend(
  engine: Engine,
  loaded: LoadedPayment,
  { provider, reference, call, signal }: Repetition,
): Promise<LoadedPayment> {
  const { clock, limits, log, schedule } = engine;
  const before = attemptOf(loaded.state, reference)?.attempt.lastSending.number;
  if (before === undefined) return loaded;
  const sending = before + 1;
  const deadline = clock.now() + limits.attemptMilliseconds;
  let isMine: boolean | undefined;
  const begun = await log.amend(loaded, ({ state }) => {
    const at = clock.now();
    const found = attemptOf(state, reference);
    isMine =
      found !== undefined &&
      found.attempt.lastSending.number === before &&
      canResend({ provider, schedule, now: at, ...found });
    return isMine ? [{ type: 'sending_begun', at, reference, sending, deadline }] : [];
  });
  if (isMine !== true) return begun;
  return await sendAttempt(engine, begun, { provider, reference, sending, deadline, call, signal });
}
