import type { WebHandlers } from '@ducat/web';
import { getRequestListener } from '@hono/node-server';
import type { Server } from 'node:http';
import { createServer } from 'node:http';

export function shopOnNode({ handle }: Pick<WebHandlers, 'handle'>): Server {
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  return createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/payments/') === true) void listener(incoming, outgoing);
    else incoming.pipe(outgoing); // the rest of the shop
  });
}
