import { DucatError } from '@ducat/core';
import { Pool } from './pool.ts';
import type { Budget } from './budget.ts';
import { ResponseCollector } from './response-collector.ts';
import type { HttpRequest, Transport } from './transport.ts';

/** How connections are made. */
export interface ConnectionOptions {
  /** How many connections are kept to one origin at most; further calls wait for one. Default 64. */
  readonly connections?: number;
  /** How long connecting may take, TLS included, in milliseconds. Default 10,000. */
  readonly connectTimeoutMilliseconds?: number;
}

/**
 * HTTP/1.1 over one undici pool for each of the given origins. A request to any other origin is refused before it is
 * sent, so nothing that a provider or a browser says can lead card data elsewhere.
 */
export function createUndiciTransport(origins: readonly string[], options: ConnectionOptions = {}): Transport {
  const pools = new Map(origins.map((origin) => [origin, createPool(origin, options)]));
  let inFlight = 0;
  const idle = Promise.withResolvers<void>();
  let closing: Promise<void> | undefined;

  function ended(): void {
    inFlight -= 1;
    if (inFlight === 0 && closing !== undefined) idle.resolve();
  }

  async function closePools(): Promise<void> {
    if (inFlight > 0) await idle.promise;
    // A pool's own `close` would also wait for a connection that nobody wants any more, as long as connecting may take.
    await Promise.all(Array.from(pools.values(), (pool) => pool.destroy()));
  }

  function poolFor({ origin, path }: HttpRequest, { signal, deadline, clock }: Budget): Pool {
    const pool = pools.get(origin);
    if (pool === undefined) throw notSent('refused', `requests to ${origin} are not allowed by the options`);
    // An absolute URL in the path's place would ask the pinned host, as a proxy, for another one.
    if (!path.startsWith('/')) throw notSent('refused', 'the path of a request begins with a slash');
    if (closing !== undefined) throw notSent('connection_failed', 'the provider has been closed');
    if (signal?.aborted === true) throw notSent('canceled', 'the caller canceled the call');
    if (deadline <= clock.now()) throw notSent('deadline_exceeded', 'the deadline had passed already');
    return pool;
  }

  return {
    send: (request, budget) =>
      // What is thrown in here rejects.
      new Promise((resolve, reject) => {
        const { method, path, headers, body = null } = request;
        const pool = poolFor(request, budget);
        const collector = new ResponseCollector(budget, { resolve, reject, ended });
        inFlight += 1;
        pool.dispatch({ method, path, headers, body }, collector);
      }),
    close(): Promise<void> {
      closing ??= closePools();
      return closing;
    },
  };
}

function createPool(origin: string, options: ConnectionOptions): Pool {
  return new Pool(origin, {
    connections: options.connections ?? 64,
    // Certificates are checked even where the environment says that the process need not.
    connect: { timeout: options.connectTimeoutMilliseconds ?? 10_000, rejectUnauthorized: true },
    allowH2: false,
    pipelining: 1,
    // The collector's deadline covers both; undici's own tick is too coarse to be one.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

function notSent(
  code: 'refused' | 'canceled' | 'deadline_exceeded' | 'connection_failed',
  message: string,
): DucatError {
  return new DucatError({ code, message, effect: 'none', retry: code === 'refused' ? 'never' : 'safe' });
}
