import type { Operation } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import { inquireUntil } from '../recovery/inquire-until.ts';
import { isDecided, isRunning } from '../reduce/running.ts';
import type { OperationState } from '../reduce/state.ts';
import type { OperationResult } from '../result.ts';
import { answerOf } from './answer.ts';
import { operationOf } from './find.ts';
import { wait } from './wait.ts';

/** A request under a key that was used before. */
export interface Repeated {
  readonly key: string;
  readonly operation: Operation;
  readonly fingerprint: string;
  readonly signal?: AbortSignal | undefined;
}

/** How often the journal is asked whether another process has its answer, in milliseconds. */
const pace = 250;

/**
 * The answer to a repeat: the first answer when there is one, also while another process still waits for it; else what
 * can be found out now.
 * @throws DucatError `idempotency_mismatch` when the key named another request.
 */
export async function repeat(engine: Engine, from: LoadedPayment, repeated: Repeated): Promise<OperationResult> {
  const { clock, limits, log } = engine;
  const until = clock.now() + limits.operationMilliseconds;
  let loaded = from;
  let operation = requireSame(loaded, repeated);
  while (isBeingSent(engine, operation) && clock.now() < until && repeated.signal?.aborted !== true) {
    await wait(clock, pace, repeated.signal);
    loaded = await log.load(from.payment);
    operation = requireSame(loaded, repeated);
  }
  const last = operation.attempts.at(-1);
  if (operation.settled === undefined && last?.status === 'unknown') {
    loaded = await inquireUntil(engine, loaded, last.begun.reference, { until, signal: repeated.signal });
    operation = requireSame(loaded, repeated);
  }
  return answerOf(loaded, operation);
}

function isBeingSent({ schedule, clock }: Engine, { settled, attempts }: OperationState): boolean {
  const last = attempts.at(-1);
  if (settled !== undefined || last === undefined || isDecided(last)) return false;
  return last.status === 'sending' && isRunning(last, schedule.graceMilliseconds, clock.now());
}

function requireSame({ state }: LoadedPayment, { key, fingerprint, operation: kind }: Repeated): OperationState {
  const operation = operationOf(state, key);
  if (operation === undefined) throw invalidRequest('key', 'names a payment that was begun under another key');
  if (operation.begun.kind === kind && operation.begun.fingerprint === fingerprint) return operation;
  const message = `the key ${key} was used for another ${operation.begun.kind}: a new request needs a new key`;
  throw new DucatError({ code: 'idempotency_mismatch', message, effect: 'none' });
}
