import type { OutgoingRequest, RequestHandler, Send } from './http.ts';

export interface SimulatedNetwork {
  attach(origin: string, handler: RequestHandler): void;
  readonly send: Send;
}

/** Nobody listens at that origin; nothing was delivered. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused';
  readonly code = 'ECONNREFUSED';
}

export function createNetwork(): SimulatedNetwork {
  const handlers = new Map<string, RequestHandler>();
  return {
    attach(origin, handler) {
      handlers.set(new URL(origin).origin, handler);
    },
    async send(url: string, request: OutgoingRequest) {
      const target = new URL(url);
      const handler = handlers.get(target.origin);
      if (handler === undefined) throw new ConnectionRefused(`Nothing is attached at ${target.origin}`);
      const headers: Record<string, string> = { host: target.host };
      for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value;
      return handler({
        method: request.method.toUpperCase(),
        path: `${target.pathname}${target.search}`,
        headers,
        body: request.body,
      });
    },
  };
}
