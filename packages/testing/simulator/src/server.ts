import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { RequestHandler, SimulatedRequest } from './http.ts';

export interface Listening<Name extends string = string> {
  /** Like `http://127.0.0.1:53211`, by the name of the handler. */
  readonly origins: Readonly<Record<Name, string>>;
  close(): Promise<void>;
}

async function read(incoming: IncomingMessage): Promise<SimulatedRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers,
    body: new Uint8Array(Buffer.concat(chunks)),
  };
}

/** A handler that throws plays a provider that closes the connection without an answer. */
async function answer(handler: RequestHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const response = await handler(await read(incoming));
    outgoing.writeHead(response.status, {
      ...response.headers,
      'content-length': response.body.length,
    });
    outgoing.end(response.body);
  } catch {
    outgoing.destroy();
  }
}

async function start(handler: RequestHandler): Promise<Server> {
  const server = createServer((incoming, outgoing) => void answer(handler, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A test that forgets to close must still end.
  server.unref();
  return server;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
  server.closeAllConnections();
  await closed;
}

export async function listen<Name extends string>(
  handlers: Readonly<Record<Name, RequestHandler>>,
): Promise<Listening<Name>> {
  const named = Object.entries<RequestHandler>(handlers);
  const servers = await Promise.all(named.map(async ([name, handler]) => ({ name, server: await start(handler) })));
  const origins = Object.fromEntries(
    servers.map(({ name, server }) => [name, `http://127.0.0.1:${(server.address() as AddressInfo).port}`]),
  ) as Record<Name, string>;
  let closing: Promise<void> | undefined;
  return {
    origins,
    close: () => (closing ??= Promise.all(servers.map(({ server }) => stop(server))).then(() => undefined)),
  };
}
