import type { RequestHandler, SimulatedRequest, SimulatedResponse } from '@ducat/simulator';
import { bytes } from '@ducat/simulator';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One way in which a provider, or the way to it, goes wrong. */
export interface Misfortune {
  readonly name: string;
  play(outgoing: ServerResponse, handler: RequestHandler, request: SimulatedRequest): Promise<void>;
}

const pauseMilliseconds = 300;
/** Longer than the merchant waits. */
const longerThanPatience = 2500;

/** Before the provider acts, after it, and in its time. That nobody listens is arranged at the door itself. */
export const misfortunes: readonly Misfortune[] = [
  before('the request is lost', (outgoing) => outgoing.destroy()),
  before('503, nothing done', (outgoing) => outgoing.writeHead(503).end()),
  before('429, nothing done', (outgoing) => outgoing.writeHead(429).end('{}')),
  after('the answer is lost', (outgoing) => outgoing.destroy()),
  after('500 after the charge', (outgoing) => outgoing.writeHead(500).end('Internal Server Error')),
  after('HTML with 200', (outgoing) => outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome')),
  after('broken JSON', (outgoing, { body }) => outgoing.writeHead(200).end(body.slice(0, body.length / 2))),
  after('the body is cut', (outgoing, response) => {
    cut(outgoing, response);
    outgoing.destroy();
  }),
  after('the body stalls', cut),
  {
    name: 'slow',
    async play(outgoing, handler, request) {
      await wait(pauseMilliseconds);
      write(outgoing, await handler(request));
    },
  },
  {
    name: 'acts when the merchant has given up',
    async play(outgoing, handler, request) {
      await wait(longerThanPatience);
      await handler(request);
      outgoing.destroy();
    },
  },
];

export function write(outgoing: ServerResponse, { status, headers, body }: SimulatedResponse): void {
  outgoing.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

function before(name: string, show: (outgoing: ServerResponse) => void): Misfortune {
  return { name, play: async (outgoing) => show(outgoing) };
}

function after(name: string, show: (outgoing: ServerResponse, response: SimulatedResponse) => void): Misfortune {
  return { name, play: async (outgoing, handler, request) => show(outgoing, await handler(request)) };
}

function cut(outgoing: ServerResponse, { status, headers, body }: SimulatedResponse): void {
  outgoing.writeHead(status, { ...headers, 'content-length': body.length });
  outgoing.write(
    bytes(
      Buffer.from(body)
        .toString('latin1')
        .slice(0, body.length / 2),
    ),
  );
}
