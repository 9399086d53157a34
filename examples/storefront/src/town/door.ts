import type { RequestHandler } from '@ducat/simulator';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A surface of a provider on loopback. It can be shut, so that connections are refused, and opened again. */
export interface Door {
  readonly origin: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** A handler that throws closes the connection without an answer. */
export async function openDoor(handler: RequestHandler): Promise<Door> {
  let server: Server | undefined = await listen(handler, 0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async shut() {
      const closing = server;
      server = undefined;
      if (closing === undefined) return;
      const closed = new Promise((resolve) => closing.close(resolve));
      closing.closeAllConnections();
      await closed;
    },
    async open() {
      server ??= await listen(handler, port);
    },
  };
}

async function listen(handler: RequestHandler, port: number): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function answer(handler: RequestHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const { method = 'GET', url: path = '/' } = incoming;
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const response = await handler({ method, path, headers, body: new Uint8Array(Buffer.concat(chunks)) });
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': response.body.length });
  outgoing.end(response.body);
}
