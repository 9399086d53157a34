import type { AttemptContext, Operation, Outcome, Provider } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import { inquireUntil } from '../recovery/inquire-until.ts';
import { canResend, wayOf } from '../recovery/ways.ts';
import { isAwaited, isUnclear } from '../reduce/running.ts';
import type { OperationState } from '../reduce/state.ts';
import type { OperationResult } from '../result.ts';
import { answerOf } from './answer.ts';
import { operationOf } from './find.ts';
import { resend } from './resend.ts';
import { wait } from './wait.ts';

/** A request under a key that was used before. */
export interface Repeated {
  readonly key: string;
  readonly operation: Operation;
  readonly fingerprint: string;
  readonly signal?: AbortSignal | undefined;
  /** The request that the caller has in hand; without it what was sent cannot be sent again. */
  readonly callAt?: (provider: Provider) => (context: AttemptContext) => Promise<Outcome>;
}

/** How often the journal is asked whether another process has its answer, in milliseconds. */
const pace = 250;

/**
 * The answer to a repeat: the first answer when there is one, also while another process still waits for it; else what
 * can be found out now.
 * @throws DucatError `idempotency_mismatch` when the key named another request.
 */
export async function repeat(engine: Engine, from: LoadedPayment, repeated: Repeated): Promise<OperationResult> {
  const { clock, limits } = engine;
  const until = clock.now() + limits.operationMilliseconds;
  let loaded = await answered(engine, from, repeated, until);
  const unclear = unclearIn(loaded, repeated);
  if (unclear !== undefined) {
    loaded = await inquireUntil(engine, loaded, unclear, { until, signal: repeated.signal });
    loaded = await sendInHand(engine, loaded, repeated);
  }
  return answerOf(loaded, requireSame(loaded, repeated));
}

/** Waits for the process that has sent it and has not written its answer. */
async function answered(
  { clock, log, schedule }: Engine,
  from: LoadedPayment,
  repeated: Repeated,
  until: number,
): Promise<LoadedPayment> {
  let loaded = from;
  for (;;) {
    const { settled, attempts } = requireSame(loaded, repeated);
    const now = clock.now();
    const last = attempts.at(-1);
    const isSent = settled === undefined && last !== undefined && isAwaited(last, schedule.graceMilliseconds, now);
    if (!isSent || now >= until || repeated.signal?.aborted === true) return loaded;
    await wait(clock, pace, repeated.signal);
    loaded = await log.load(from.payment);
  }
}

/**
 * Where the provider cannot be asked, or says that it knows nothing, the caller's repeat goes out with the reference that
 * it had, when that cannot act twice. One sending is left for recovery.
 */
async function sendInHand(engine: Engine, loaded: LoadedPayment, repeated: Repeated): Promise<LoadedPayment> {
  const { providers, schedule, clock } = engine;
  const operation = requireSame(loaded, repeated);
  const attempt = operation.attempts.at(-1);
  if (attempt === undefined || unclearIn(loaded, repeated) === undefined) return loaded;
  const provider = providers.get(attempt.begun.provider);
  const circumstances = { provider, operation, attempt, schedule, now: clock.now() };
  const isMissing = attempt.evidence.findLast(({ source }) => source === 'lookup')?.finding.status === 'not_found';
  if (wayOf(circumstances).kind === 'lookup' && !isMissing) return loaded;
  if (provider === undefined || repeated.callAt === undefined || !canResend(circumstances)) return loaded;
  if (isAwaited(attempt, schedule.graceMilliseconds, clock.now()) || repeated.signal?.aborted === true) return loaded;
  if (attempt.sendings.length >= schedule.maximumSendings - 1) return loaded;
  const { reference } = attempt.begun;
  return await resend(engine, loaded, {
    provider,
    reference,
    call: repeated.callAt(provider),
    signal: repeated.signal,
  });
}

/** The reference of the last attempt, when nobody knows what became of it. */
function unclearIn(loaded: LoadedPayment, repeated: Repeated): string | undefined {
  const { settled, attempts } = requireSame(loaded, repeated);
  const last = attempts.at(-1);
  return settled === undefined && last !== undefined && isUnclear(last) ? last.begun.reference : undefined;
}

function requireSame({ state }: LoadedPayment, { key, fingerprint, operation: kind }: Repeated): OperationState {
  const operation = operationOf(state, key);
  if (operation === undefined) throw invalidRequest('key', 'names a payment that was begun under another key');
  if (operation.begun.kind === kind && operation.begun.fingerprint === fingerprint) return operation;
  const message = `the key ${key} was used for another ${operation.begun.kind}: a new request needs a new key`;
  throw new DucatError({ code: 'idempotency_mismatch', message, effect: 'none' });
}
