import { DucatError } from '@ducat/core';
import { decodeJson } from '../decode.ts';
import type { Encoded } from '../encode.ts';
import { encodeForm, encodeJson } from '../encode.ts';
import type { Call } from '../port/call.ts';
import type { HttpResponse, Transport } from '../transport/transport.ts';

/** Reads the provider's own error body of a 4xx; `undefined` when it is not one. */
export type ErrorReader = (status: number, body: unknown, call: Call) => DucatError | undefined;

/** How the bodies of requests are written. */
export interface BodyFormat {
  readonly contentType: string;
  encode(body: unknown): Encoded;
}

export const jsonBody: BodyFormat = { contentType: 'application/json', encode: encodeJson };
export const formBody: BodyFormat = { contentType: 'application/x-www-form-urlencoded', encode: encodeForm };

/** JSON answers over HTTP with one base URL. */
export interface JsonExchange {
  /** Moves no money. */
  get(path: string, authorization: Encoded, call: Call): Promise<unknown>;
  /** May move money, unless it is run inside `withoutEffect`. */
  post(
    path: string,
    body: unknown,
    authorization: Encoded,
    call: Call,
    headers?: Record<string, string>,
  ): Promise<unknown>;
}

/**
 * Sends JSON, or another format, and gives back the JSON value of a 2xx answer. Anything else is a `DucatError`: a 4xx as the reader says,
 * 401 `authentication_failed` where it says nothing, and what nobody can read (5xx, redirects, HTML, cut or compressed bodies)
 * `unexpected_response` with effect `possible`.
 */
export function createJsonExchange(
  transport: Transport,
  baseUrl: string,
  readError: ErrorReader,
  format: BodyFormat = jsonBody,
  credentialsHeader = 'authorization',
): JsonExchange {
  const { origin, pathname } = new URL(baseUrl);
  const base = pathname.replace(/\/$/, '');

  // Not async, like `post`: a function that waits keeps its arguments, and a body with card data should be forgotten as
  // soon as it is sent.
  function exchange(
    method: 'GET' | 'POST',
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
    call: Call,
  ): Promise<unknown> {
    call.begun = true;
    const request = { method, origin, path: base + path, headers, body };
    return transport.send(request, call.budget).then((response) => valueOf(response, call));
  }

  function valueOf(response: HttpResponse, call: Call): unknown {
    const value = isPlain(response) ? decodeJson(response.body) : undefined;
    const { status } = response;
    if (status >= 200 && status < 300 && value !== undefined) return value;
    const refusal = status >= 400 && status < 500 ? readError(status, value, call) : undefined;
    throw refusal ?? unreadable(status, call);
  }

  return {
    get(path, authorization, call) {
      call.secrets.push(...authorization.secrets);
      return exchange('GET', path, undefined, headersOf(credentialsHeader, authorization), call);
    },
    post(path, body, authorization, call, headers = {}) {
      const encoded = format.encode(body);
      call.secrets.push(...authorization.secrets, ...encoded.secrets);
      const all = { ...headersOf(credentialsHeader, authorization), 'content-type': format.contentType, ...headers };
      const before = call.moneyMayHaveMoved;
      call.moneyMayHaveMoved = true;
      return exchange('POST', path, encoded.text, all, call).catch((thrown: unknown) => {
        const isRefusal = DucatError.is(thrown) && thrown.effect === 'none' && thrown.code !== 'duplicate';
        if (isRefusal) call.moneyMayHaveMoved = before;
        throw thrown;
      });
    },
  };
}

function headersOf(name: string, credentials: Encoded): Record<string, string> {
  return { accept: 'application/json', [name]: credentials.text };
}

// Nothing but identity was asked for; a compressed answer could unpack to any size.
function isPlain(response: HttpResponse): boolean {
  const encoding = response.headers['content-encoding'];
  return encoding === undefined || encoding === 'identity';
}

function unreadable(status: number, call: Call): DucatError {
  const provider = call.provider;
  const raw = { httpStatus: String(status) };
  if (status === 401) {
    const message = 'the provider refused the credentials (HTTP 401): check the account id and key in the options';
    return new DucatError({ code: 'authentication_failed', message, effect: 'none', provider, raw });
  }
  const message = `the answer cannot be understood (HTTP ${status})`;
  return new DucatError({ code: 'unexpected_response', message, effect: 'possible', provider, raw });
}
