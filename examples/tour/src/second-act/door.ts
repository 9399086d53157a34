import type { RequestHandler } from '@ducat/simulator';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Misfortune } from './misfortunes.ts';
import { write } from './misfortunes.ts';

/** Chooses what happens to a request; `undefined`: nothing does. */
export type Fate = (path: string) => Misfortune | undefined;

/** A provider's surface on loopback, behind a door where things go wrong. */
export interface Door {
  readonly origin: string;
  /** Nobody listens for a while: connections are refused. */
  shut(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function openDoor(handler: RequestHandler, fate: Fate): Promise<Door> {
  let server = await listen(handler, fate, 0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async shut(milliseconds) {
      await stop(server);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      server = await listen(handler, fate, port);
    },
    close: () => stop(server),
  };
}

async function listen(handler: RequestHandler, fate: Fate, port: number): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    answer(handler, fate, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function answer(
  handler: RequestHandler,
  fate: Fate,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const { method = 'GET', url: path = '/' } = incoming;
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const request = { method, path, headers, body: new Uint8Array(Buffer.concat(chunks)) };
  const misfortune = fate(path);
  if (misfortune === undefined) write(outgoing, await handler(request));
  else await misfortune.play(outgoing, handler, request);
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
