import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebHandlers } from '../../src/index.ts';
import { shopOnExpress } from './express.ts';
import { shopOnFastify } from './fastify.ts';
import { shopOnHono } from './hono.ts';
import type { NextRoute } from './next.ts';
import { routeOnNext } from './next.ts';
import { shopOnNode } from './node.ts';

type Handle = WebHandlers['handle'];

/** A shop on a framework, on this machine. */
export interface MountedServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** By name: starts a shop on a framework. */
export const servers: Readonly<Record<string, (handle: Handle) => Promise<MountedServer>>> = {
  hono: async (handle) => await listen(createAdaptorServer({ fetch: shopOnHono({ handle }).fetch }) as Server),
  async fastify(handle) {
    const shop = shopOnFastify({ handle });
    const origin = await shop.listen({ port: 0, host: '127.0.0.1' });
    return { origin, close: async () => await shop.close() };
  },
  express: async (handle) => await listen(createServer(shopOnExpress({ handle }))),
  node: async (handle) => await listen(shopOnNode({ handle })),
  // Next itself is not installed: this calls a route as Next does.
  async next(handle) {
    const listener = getRequestListener(callsOf(routeOnNext({ handle })), { overrideGlobalObjects: false });
    return await listen(createServer((incoming, outgoing) => void listener(incoming, outgoing)));
  },
};

function callsOf({ GET, POST }: NextRoute): Handle {
  return async (request) => {
    if (request.method === 'POST') return await POST(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    return await GET(request);
  };
}

async function listen(server: Server): Promise<MountedServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
