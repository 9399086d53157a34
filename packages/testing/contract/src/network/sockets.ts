import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/**
 * Ports below those that systems hand out by themselves. A port that was just closed is soon given to another server of
 * this machine, and whoever still expects it closed would come to the wrong one.
 */
const lowest = 20_000;
const highest = 30_000;

function* somePorts(): Generator<number> {
  for (let tries = 0; tries < 100; tries += 1) yield randomInt(lowest, highest);
}

/** A port of this machine at which nobody listens. */
export async function closedPort(): Promise<number> {
  for (const port of somePorts()) {
    const socket = connect(port, '127.0.0.1');
    const isClosed = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    });
    socket.destroy();
    if (isClosed) return port;
  }
  throw new Error('no port is closed');
}

/** A server that counts who comes and turns everybody away. */
export interface Watch {
  readonly port: number;
  readonly connections: number;
  close(): Promise<void>;
}

export async function openWatch(): Promise<Watch> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined).destroy();
  });
  const port = await listenLow(server);
  return {
    port,
    get connections() {
      return connections;
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// It listens and then blocks its own thread for good, so that nothing is ever accepted.
const listenAndBlock = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 20);
  });
`;

/** A server whose queue is full: whoever connects hears nothing at all. */
export interface FullServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function openFullServer(): Promise<FullServer> {
  const worker = new Worker(listenAndBlock, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  await pause(40);
  const sockets: Socket[] = [];
  for (let waiting = 0; waiting < 2;) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    const connected = await Promise.race([once(socket, 'connect').then(() => true), pause(120, false)]);
    if (!connected) waiting += 1;
  }
  return {
    port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await worker.terminate();
    },
  };
}

async function listenLow(server: Server): Promise<number> {
  for (const port of somePorts()) {
    const isOpen = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    server.removeAllListeners('error');
    if (!isOpen) continue;
    server.unref();
    return port;
  }
  throw new Error('no port is free');
}
