import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { outputsOf } from './outputs.ts';

// Every channel on which undici and node:http tell of requests and connections.
const channels = [
  'undici:request:create',
  'undici:request:bodySent',
  'undici:request:headers',
  'undici:request:trailers',
  'undici:request:error',
  'undici:client:beforeConnect',
  'undici:client:connected',
  'undici:client:connectError',
  'undici:client:sendHeaders',
  'http.client.request.created',
  'http.client.request.start',
  'http.client.request.error',
  'http.client.response.finish',
];

interface Message {
  readonly request?: {
    readonly method?: string;
    readonly origin?: unknown;
    readonly host?: string;
    readonly path?: string;
  };
  readonly connectParams?: { readonly host?: string; readonly hostname?: string };
  readonly error?: unknown;
}

/**
 * Listens as instrumentation does: to the request line, the host and the error.
 *
 * The messages also carry the live request with its headers and body, and nothing can keep them from a subscriber in
 * the same process: it is inside the wall. What instrumentation records without being told to is what counts.
 */
export function listenToDiagnostics(hear: (text: string) => void): () => void {
  const listener = (message: unknown): void => {
    const { request, connectParams, error } = message as Message;
    hear([request?.method, request?.origin, request?.host, request?.path].map(String).join(' '));
    hear([connectParams?.host, connectParams?.hostname].map(String).join(' '));
    if (error !== undefined) for (const text of outputsOf(error).values()) hear(text);
  };
  for (const channel of channels) subscribe(channel, listener);
  return () => {
    for (const channel of channels) unsubscribe(channel, listener);
  };
}
