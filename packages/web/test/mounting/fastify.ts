import type { WebHandlers } from '@ducat/web';
import { getRequestListener } from '@hono/node-server';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

export function shopOnFastify({ handle }: Pick<WebHandlers, 'handle'>): FastifyInstance {
  const shop = fastify();
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  // In a scope of its own: the rest of the shop keeps its parsers.
  shop.register(async (payments) => {
    payments.removeAllContentTypeParsers();
    payments.addContentTypeParser('*', (_request, _body, done) => done(null)); // reads nothing
    payments.all('/payments/*', async (request, reply) => {
      reply.hijack();
      await listener(request.raw, reply.raw);
    });
  });
  shop.post('/orders', async (request) => request.body);
  return shop;
}
