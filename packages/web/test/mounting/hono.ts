import type { WebHandlers } from '@ducat/web';
import { Hono } from 'hono';

export function shopOnHono({ handle }: Pick<WebHandlers, 'handle'>): Hono {
  const shop = new Hono();
  shop.all('/payments/*', (context) => handle(context.req.raw));
  shop.post('/orders', async (context) => context.json(await context.req.json()));
  return shop;
}
