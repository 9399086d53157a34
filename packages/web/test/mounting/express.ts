import type { WebHandlers } from '@ducat/web';
import { getRequestListener } from '@hono/node-server';
import type { Express } from 'express';
import express from 'express';

export function shopOnExpress({ handle }: Pick<WebHandlers, 'handle'>): Express {
  const shop = express();
  // Before the parsers, and not with `use`, which takes the path away.
  shop.all('/payments/*path', getRequestListener(handle, { overrideGlobalObjects: false }));
  shop.use(express.json());
  shop.post('/orders', (request, response) => response.json(request.body));
  return shop;
}
