import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server that says exactly what it is told to, byte by byte, and remembers every request. */
export interface RawServer {
  readonly origin: string;
  /** Every byte that arrived, one text for each request that was complete. */
  readonly requests: string[];
  /** How many connections were accepted. */
  readonly connections: () => number;
  /** Every byte that arrived, whether it was a request or not. */
  readonly received: () => string;
}

/** Answers the request of this number, counted from zero. */
export type Answer = (socket: Socket, request: string, number: number) => void;

/** Listens on this machine until the test is over; `greet` is for what is to happen before any request. */
export async function startRawServer(answer: Answer, greet: (socket: Socket) => void = () => {}): Promise<RawServer> {
  const requests: string[] = [];
  const sockets: Socket[] = [];
  let received = '';
  const server = createServer((socket) => {
    sockets.push(socket);
    let unread = '';
    socket.on('error', () => {});
    greet(socket);
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      unread += bytes.toString('latin1');
      for (let end = endOfRequest(unread); end !== undefined; end = endOfRequest(unread)) {
        const request = unread.slice(0, end);
        unread = unread.slice(end);
        requests.push(request);
        answer(socket, request, requests.length - 1);
      }
    });
  });
  const port = await listen(server);
  stopAfterTest(server, sockets);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    connections: () => sockets.length,
    received: () => received,
  };
}

/** A port of this machine at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

export function stopAfterTest(server: Server, sockets: readonly Socket[]): void {
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
}

function endOfRequest(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  const end = head + 4 + length;
  return text.length < end ? undefined : end;
}
