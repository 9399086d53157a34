import type { CallContext, Clock } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import { readGiven } from '../request/check.ts';

/** How long a call may last, shared by all requests it makes. */
export interface Budget {
  readonly clock: Clock;
  /** Milliseconds since the epoch by `clock`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** Node's timers take no more, and what is longer they run at once. */
const longestDelay = 2 ** 31 - 1;

/** The machine's clock. Its timers keep the process alive: somebody waits for the call they belong to. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMilliseconds, task) {
    const timer = setTimeout(task, Math.min(delayMilliseconds, longestDelay));
    return { cancel: () => clearTimeout(timer) };
  },
};

/**
 * The budget of a call that begins now.
 * @throws DucatError `invalid_request` when the deadline is no number, the clock no `Clock` or the signal no `AbortSignal`;
 * nothing was sent.
 */
export function budgetOf(context: CallContext, timeoutMilliseconds: number): Budget {
  return readGiven('context', () => readBudget(context, timeoutMilliseconds));
}

function readBudget(context: CallContext, timeoutMilliseconds: number): Budget {
  const { clock = systemClock, signal } = context;
  if (typeof clock.now !== 'function' || typeof clock.schedule !== 'function') {
    throw invalidRequest('context.clock', 'must be a Clock: now() and schedule(delay, task)');
  }
  const deadline = context.deadline ?? clock.now() + timeoutMilliseconds;
  if (typeof deadline !== 'number' || Number.isNaN(deadline)) {
    throw invalidRequest('context.deadline', 'must be milliseconds since the epoch');
  }
  // Not `instanceof`: a signal may come from another realm. Most often it is the controller that was given instead.
  if (signal !== undefined && typeof signal.aborted !== 'boolean') {
    throw invalidRequest('context.signal', 'must be an AbortSignal, for example AbortSignal.timeout(10_000)');
  }
  return { clock, deadline, signal };
}
