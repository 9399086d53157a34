import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answerOf } from '../servers/answers.ts';
import { startFullServer } from '../servers/full-server.ts';
import { startRawServer } from '../servers/raw-server.ts';
import { budget, failureOf, post, transportTo } from './sending.ts';

describe('a transport that is closed', () => {
  test('lets the calls in flight end first', async () => {
    const server = await startRawServer((socket) => void setTimeout(() => socket.write(answerOf(200, '{}')), 60));
    const transport = transportTo([server.origin], { connections: 1 });
    const calls = [transport.send(post(server.origin), budget()), transport.send(post(server.origin), budget())];
    let closed = false;
    const closing = transport.close().then(() => (closed = true));
    expect((await calls[0])?.status).toBe(200);
    expect(closed).toBe(false);
    expect((await calls[1])?.status).toBe(200);
    await closing;
  });

  test('sends nothing any more, with proof', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const transport = transportTo([server.origin]);
    await transport.send(post(server.origin), budget());
    await transport.close();
    expect(await failureOf(transport.send(post(server.origin), budget()))).toMatchObject({
      code: 'connection_failed',
      effect: 'none',
    });
    expect(server.requests).toHaveLength(1);
  });

  test('takes no new call while the last ones end', async () => {
    const server = await startRawServer((socket) => void setTimeout(() => socket.write(answerOf(200, '{}')), 60));
    const transport = transportTo([server.origin]);
    const last = transport.send(post(server.origin), budget());
    await expect.poll(() => server.requests.length).toBe(1);
    const closing = transport.close();
    expect(await failureOf(transport.send(post(server.origin), budget()))).toMatchObject({
      code: 'connection_failed',
      effect: 'none',
    });
    await Promise.all([last, closing]);
    expect(server.requests).toHaveLength(1);
  });

  test('may be closed again, at the same time or later, also unused', async () => {
    const server = await startRawServer(() => {});
    const transport = transportTo([server.origin]);
    const unused = transportTo([server.origin]);
    await expect(Promise.all([transport.close(), transport.close()])).resolves.toHaveLength(2);
    await expect(transport.close()).resolves.toBeUndefined();
    await expect(unused.close()).resolves.toBeUndefined();
  });

  test('is closed as soon as its calls are over, whatever a connection still waits for', async () => {
    const origin = await startFullServer();
    const transport = transportTo([origin]);
    const sending = failureOf(transport.send(post(origin), budget(50)));
    const began = Date.now();
    await transport.close();
    expect(await sending).toMatchObject({ code: 'deadline_exceeded', effect: 'none' });
    expect(Date.now() - began).toBeLessThan(500);
  });

  test('holds the connections of the server no longer', async () => {
    let closed = 0;
    const server = await startRawServer((socket) => {
      socket.on('close', () => (closed += 1));
      socket.write(answerOf(200, '{}'));
    });
    const transport = transportTo([server.origin]);
    await transport.send(post(server.origin), budget());
    await transport.close();
    await expect.poll(() => closed).toBe(1);
  });
});

describe('a process', () => {
  test('ends by itself after its calls, although connections are kept and nobody closed the transport', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const program = fileURLToPath(new URL('./one-call-program.ts', import.meta.url));
    const child = spawn(process.execPath, ['--conditions=ducat-source', program, server.origin], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect([code, output]).toEqual([0, '200 after 1 request']);
    expect(server.requests).toHaveLength(1);
  });
});
