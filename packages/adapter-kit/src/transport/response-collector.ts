import { DucatError } from '@ducat/core';
import type { Dispatcher } from 'undici';
import type { Budget } from './budget.ts';
import { networkError } from './network-error.ts';
import type { HttpResponse } from './transport.ts';

const largestBody = 1024 * 1024;
/** Chunks of one byte each would otherwise cost two hundred times their size. */
const mostChunks = 4096;

/** Who waits for a response. */
export interface Waiting {
  readonly resolve: (response: HttpResponse) => void;
  readonly reject: (error: DucatError) => void;
  /** Told first, whichever of the two it is. */
  readonly ended: () => void;
}

/**
 * Collects one response under a total deadline.
 *
 * undici calls `onRequestStart` when it is about to write to a connected socket, and not when the name does not
 * resolve, the connection is refused or times out, or TLS fails: that call is the border between "not sent" and "may
 * have been sent". A request that is given up before it may still reach that point later; it is aborted there, before
 * its first byte.
 */
export class ResponseCollector implements Dispatcher.DispatchHandler {
  readonly #waiting: Waiting;
  readonly #timer: { cancel(): void };
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: (() => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #ended = false;
  #status = 0;
  #headers: HttpResponse['headers'] = {};
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(budget: Budget, waiting: Waiting) {
    this.#waiting = waiting;
    this.#signal = budget.signal;
    this.#timer = budget.clock.schedule(Math.max(0, budget.deadline - budget.clock.now()), () => {
      this.#fail('deadline_exceeded', 'the deadline passed before the response was complete');
    });
    if (budget.signal === undefined) return;
    this.#onAbort = () => this.#fail('canceled', 'the caller canceled the call');
    budget.signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(new Error('given up before it was sent'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: HttpResponse['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#size += chunk.length;
    if (this.#size > largestBody) {
      this.#chunks = [];
      this.#fail('unexpected_response', `the response is larger than ${largestBody} bytes`);
    } else {
      this.#chunks.push(chunk);
      if (this.#chunks.length === mostChunks) this.#chunks = [Buffer.concat(this.#chunks)];
    }
  }

  onResponseEnd(): void {
    if (!this.#end()) return;
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks, this.#size);
    this.#waiting.resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#end()) this.#waiting.reject(networkError(error, this.#controller !== undefined));
  }

  #fail(code: 'canceled' | 'deadline_exceeded' | 'unexpected_response', message: string): void {
    if (!this.#end()) return;
    const begun = this.#controller !== undefined;
    this.#waiting.reject(
      new DucatError({ code, message, effect: begun ? 'possible' : 'none', retry: begun ? 'after_lookup' : 'safe' }),
    );
    this.#controller?.abort(new Error(message));
  }

  #end(): boolean {
    if (this.#ended) return false;
    this.#ended = true;
    this.#timer.cancel();
    if (this.#onAbort !== undefined) this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#waiting.ended();
    return true;
  }
}
