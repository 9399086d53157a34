import type { Budget } from './budget.ts';

/** One HTTP request, ready to be written: the body is encoded, the headers carry the credentials. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Scheme, host and port; must be one of the transport's pinned origins. */
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** One complete HTTP response of at most 1 MiB. */
export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/**
 * Carries requests. The default one speaks HTTP over undici; tests may bring one that calls a simulator in memory.
 *
 * `send` never follows a redirect and never repeats a request. It rejects with a `DucatError` only: `effect` is `none`
 * with proof that the request did not leave this machine, else `possible`.
 */
export interface Transport {
  send(request: HttpRequest, budget: Budget): Promise<HttpResponse>;
  close(): Promise<void>;
}
