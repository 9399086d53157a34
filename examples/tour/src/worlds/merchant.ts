import type { WebhookRequest } from '@ducat/core';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Merchant } from './world.ts';

const patienceMilliseconds = 2000;

/** A merchant's server, as far as the tour needs one: it keeps every webhook exactly as it arrived. */
export async function openMerchant(): Promise<Merchant> {
  const received: WebhookRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    returnUrl: `${origin}/return`,
    webhookUrl: `${origin}/webhook`,
    termUrl: `${origin}/three-d-secure`,
    async webhookAbout(text) {
      const deadline = Date.now() + patienceMilliseconds;
      for (;;) {
        const found = received.findLast(({ body }) => Buffer.from(body).includes(text));
        if (found !== undefined) return found;
        if (Date.now() > deadline) throw new Error('no webhook arrived');
        await wait(10);
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
