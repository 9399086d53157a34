import type { Socket } from 'node:net';
import { createServer } from 'node:tls';
import { listen, stopAfterTest } from './raw-server.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** An https server whose certificate nobody vouches for. Listens until the test is over. */
export async function startSelfSignedServer(): Promise<{ readonly origin: string; readonly received: () => string }> {
  const sockets: Socket[] = [];
  let received = '';
  const server = createServer(selfSignedCertificate(), (socket) => {
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
    });
    socket.on('error', () => {});
  });
  server.on('connection', (socket: Socket) => sockets.push(socket));
  const port = await listen(server);
  stopAfterTest(server, sockets);
  return { origin: `https://127.0.0.1:${port}`, received: () => received };
}
