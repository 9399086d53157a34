import { Card, DucatError, Money } from '@ducat/core';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Orders } from '../shop/orders.ts';
import type { Platform } from './platform.ts';

/** What is posted to `/<merchant>/orders/<number>`. */
export interface PostedOrder {
  readonly amount: string;
  readonly cardNumber: string;
}

/** The platform's HTTP server, on loopback. */
export interface Door {
  readonly origin: string;
  /** Lets nobody in any more; fulfilled when everyone inside has an answer. */
  close(): Promise<void>;
}

export async function openDoor(platform: Platform): Promise<Door> {
  const server = createServer((request, response) => {
    serve(platform, request, response).catch((thrown: unknown) => {
      const code = DucatError.is(thrown) ? thrown.code : 'internal';
      answer(response, code === 'invalid_request' ? 400 : 500, { code });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => shut(server) };
}

async function serve(platform: Platform, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, name = '', kind, number = ''] = (request.url ?? '').split('/');
  const merchant = platform.of(name);
  if (request.method !== 'POST' || kind !== 'orders' || merchant === undefined) return answer(response, 404, {});
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { amount, cardNumber } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as PostedOrder;
  const card = new Card({ number: cardNumber, expiryMonth: 10, expiryYear: 2035, securityCode: '123' });
  const { status } = await merchant.get(Orders).place({ number, amount: Money.parse(amount, 'EUR'), card });
  answer(response, 200, { status });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
}

async function shut(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}
