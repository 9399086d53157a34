import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { adyenPayment, stripeIntent } from '../server/answers-of-others.ts';
import type { AnswerOf } from '../server/answers.ts';
import { payCrossPayment, paymegaInvoice, paymegaSale } from '../server/answers.ts';

/*
 * The other side of every client, in a process of its own: an answer for each path, made of a text that is ready, and
 * connections that stay open between slices. It ends with the process that began it.
 */

const answers: Readonly<Record<string, AnswerOf>> = {
  '/transactions/payments': payCrossPayment,
  '/payment-invoices': paymegaInvoice,
  '/payment/sale': paymegaSale,
  '/v1/payment_intents': stripeIntent,
  '/v72/payments': adyenPayment,
};

let number = 0;

function answer(request: IncomingMessage, response: ServerResponse): void {
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    number += 1;
    const text = answers[request.url ?? '']?.(number, referenceOf(request, body));
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': 'application/json',
      'content-length': text?.length ?? 0,
    });
    response.end(text);
  });
}

/** PayCross has it in a header, Paymega in the body alone; the others do not ask for it back. */
function referenceOf({ headers }: IncomingMessage, body: string): string {
  const named = headers['requestid'];
  if (typeof named === 'string') return named;
  return /"reference_id":"([^"]+)"/.exec(body)?.[1] ?? 'none';
}

async function listen(server: Server): Promise<number> {
  // The client is told of it: no connection is closed while other clients have their turns.
  server.keepAliveTimeout = 300_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const [keyFile = '', certificateFile = ''] = process.argv.slice(2);
const listener: RequestListener = answer;
const plain = await listen(createServer(listener));
const tls = await listen(
  createTlsServer({ key: readFileSync(keyFile), cert: readFileSync(certificateFile) }, listener),
);
process.on('disconnect', () => process.exit());
process.send?.({ plain: `http://127.0.0.1:${plain}`, tls: `https://127.0.0.1:${tls}` });
