import type { Clock } from './clock.ts';
import type { AttemptReference } from './reference.ts';

/** How a call is to be made, beside what is asked for. */
export interface CallContext {
  /** Ends the call early. What was not sent stays unsent; what was begun becomes `unknown`. */
  readonly signal?: AbortSignal;
  /**
   * When the whole call must be over, in milliseconds since the epoch by `clock`: connecting, sending, headers and
   * body, over all requests that the call makes. Default: the adapter's `timeoutMilliseconds` from now.
   */
  readonly deadline?: number;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
}

/** The context of a call that may move money. */
export interface AttemptContext extends CallContext {
  /**
   * Names the attempt at the provider and makes a repeat recognisable. Write it down before the call. Reuse it only to
   * repeat the very same request after an unclear answer; take a new one after any definite answer.
   */
  readonly reference: AttemptReference;
}
