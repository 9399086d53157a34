import type { CallContext, Clock } from '@ducat/core';
import { DucatError, invalidRequest } from '@ducat/core';
import type { IncomingMessage } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';

/** How long a call may last. */
export interface Budget {
  readonly clock: Clock;
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Carries one request and rejects with a `DucatError` whose effect is `none` only before there was a connection. */
export type Send = (request: HttpRequest, budget: Budget) => Promise<HttpResponse>;

/** How much of an answer is taken in, and as what. */
export interface Intake {
  readonly largestBody: number;
  /** Of all headers together. */
  readonly largestHead: number;
  /** Whether an answer that contradicts itself is put up with. */
  readonly isLenient: boolean;
  readonly readChunk: (chunk: Uint8Array) => Uint8Array;
}

const usual: Intake = {
  largestBody: 1024 * 1024,
  largestHead: 16 * 1024,
  isLenient: false,
  readChunk: (chunk) => chunk,
};

const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMilliseconds, task) {
    const timer = setTimeout(task, Math.min(delayMilliseconds, 2 ** 31 - 1));
    return { cancel: () => clearTimeout(timer) };
  },
};

export function budgetOf(context: CallContext, timeoutMilliseconds: number): Budget {
  const { clock = systemClock, signal } = context;
  const deadline = context.deadline ?? clock.now() + timeoutMilliseconds;
  if (typeof deadline !== 'number' || Number.isNaN(deadline))
    throw invalidRequest('context.deadline', 'must be a time');
  if (typeof clock.now !== 'function' || typeof clock.schedule !== 'function')
    throw invalidRequest('context.clock', 'must be a Clock');
  if (signal !== undefined && typeof signal.aborted !== 'boolean') {
    throw invalidRequest('context.signal', 'must be an AbortSignal');
  }
  return { clock, deadline, signal };
}

/** One request on a connection of its own: nothing is followed, repeated or kept. */
export const send: Send = (request, budget) => sendTaking(usual, request, budget);

export const sendTaking = (
  intake: Intake,
  request: HttpRequest,
  { clock, deadline, signal }: Budget,
): Promise<HttpResponse> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(failure('canceled', 'it was canceled before it began', false));
    if (deadline <= clock.now()) return reject(failure('deadline_exceeded', 'the deadline had passed already', false));
    const isSecure = request.url.startsWith('https:');
    const { method, headers } = request;
    const outgoing = (isSecure ? requestSecure : requestPlain)(request.url, {
      method,
      headers,
      agent: false,
      maxHeaderSize: intake.largestHead,
      insecureHTTPParser: intake.isLenient,
    });
    let begun = false;
    let ended = false;
    const end = (settle: () => void): void => {
      if (ended) return;
      ended = true;
      timer.cancel();
      signal?.removeEventListener('abort', cancel);
      settle();
      outgoing.destroy();
    };
    const fail = (
      code: 'canceled' | 'deadline_exceeded' | 'connection_lost' | 'unexpected_response',
      message: string,
    ) => end(() => reject(failure(code === 'connection_lost' && !begun ? 'connection_failed' : code, message, begun)));
    const cancel = (): void => fail('canceled', 'it was canceled');
    const timer = clock.schedule(deadline - clock.now(), () => fail('deadline_exceeded', 'the deadline passed'));
    signal?.addEventListener('abort', cancel, { once: true });

    // From here on the request may be on its way: node:http writes as soon as the connection stands.
    outgoing.on('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', () => (begun = true)));
    // The error itself is not kept: it may quote the response, and a response may quote the request.
    outgoing.on('error', () => fail('connection_lost', begun ? 'the connection broke' : 'there is no connection'));
    let isAnswered = false;
    outgoing.on('close', () => {
      if (!isAnswered) fail('connection_lost', 'the connection ended without an answer');
    });
    outgoing.on('upgrade', () => fail('unexpected_response', 'the answer is another protocol'));
    outgoing.on('response', (incoming) => {
      isAnswered = true;
      collect(incoming, intake, (message) => fail('unexpected_response', message)).then(
        (body) => end(() => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body })),
        () => fail('connection_lost', 'the connection broke inside the answer'),
      );
    });
    outgoing.end(request.body);
  });

function collect(
  incoming: IncomingMessage,
  { largestBody, isLenient, readChunk }: Intake,
  fail: (message: string) => void,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    incoming.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > largestBody) fail(`the answer is larger than ${largestBody} bytes`);
      else chunks.push(readChunk(chunk));
    });
    incoming.on('error', reject);
    incoming.on('close', () => {
      if (incoming.complete || isLenient) resolve(Buffer.concat(chunks));
      else reject(new Error('cut off'));
    });
  });
}

function failure(
  code: 'canceled' | 'deadline_exceeded' | 'connection_failed' | 'connection_lost' | 'unexpected_response',
  message: string,
  begun: boolean,
): DucatError {
  return new DucatError({ code, message, effect: begun ? 'possible' : 'none', retry: begun ? 'after_lookup' : 'safe' });
}
