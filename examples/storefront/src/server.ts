import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: Request) => Response | Promise<Response>;

/** A server on this machine alone. It listens before the site is made, because links name its port. */
export interface LoopbackServer {
  readonly origin: string;
  serve(answer: Answer): void;
  close(): Promise<void>;
}

/** Port 0, or one that is taken: any free one. */
export async function listenOnLoopback(port: number): Promise<LoopbackServer> {
  let answer: Answer = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({
    fetch: (request) => answer(request),
    overrideGlobalObjects: false,
  }) as Server;
  await listen(server, port).catch(() => listen(server, 0));
  const { port: chosen } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${chosen}`,
    serve: (next) => void (answer = next),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
