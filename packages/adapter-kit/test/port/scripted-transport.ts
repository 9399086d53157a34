import type { DucatError } from '@ducat/core';
import type { HttpRequest, HttpResponse, Transport } from '../../src/index.ts';

/** What a scripted transport does with its next request: answers with this status and body, or fails. */
export type Step = DucatError | { readonly status: number; readonly body: unknown };

/** A transport without a network that answers as it is told, in this order. */
export class ScriptedTransport implements Transport {
  readonly requests: HttpRequest[] = [];
  readonly #steps: Step[];

  constructor(...steps: readonly Step[]) {
    this.#steps = [...steps];
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    this.requests.push(request);
    const step = this.#steps.shift();
    if (step === undefined) throw new Error('the script is over');
    if (step instanceof Error) throw step;
    const text = typeof step.body === 'string' ? step.body : JSON.stringify(step.body);
    return { status: step.status, headers: {}, body: Buffer.from(text, 'utf8') };
  }

  async close(): Promise<void> {}
}
