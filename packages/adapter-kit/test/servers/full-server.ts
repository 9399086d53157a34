import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

// It listens and then blocks its own thread for good, so that nothing is ever accepted.
const listenAndBlock = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 20);
  });
`;

/** The origin of a server with a full queue: whoever connects hears nothing at all. */
export async function startFullServer(): Promise<string> {
  const worker = new Worker(listenAndBlock, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  await pause(50);
  const sockets: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await worker.terminate();
  });
  for (let waiting = 0; waiting < 2;) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    sockets.push(socket);
    const connected = await Promise.race([once(socket, 'connect').then(() => true), pause(40, false)]);
    if (!connected) waiting += 1;
  }
  return `http://127.0.0.1:${port}`;
}
