import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { answerOf, chunkOf, chunkedHead } from '../servers/answers.ts';
import { startRawServer } from '../servers/raw-server.ts';
import { budget, failureOf, get, post, transportTo } from './sending.ts';

const proof = { effect: 'none', retry: 'safe' };
const doubt = { effect: 'possible', retry: 'after_lookup' };

describe('a call that is over before it begins', () => {
  test('is not sent when its deadline has passed', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const transport = transportTo([server.origin]);
    expect(await failureOf(transport.send(post(server.origin), budget(0)))).toMatchObject({
      ...proof,
      code: 'deadline_exceeded',
    });
    expect(await failureOf(transport.send(post(server.origin), budget(-1000)))).toMatchObject({
      ...proof,
      code: 'deadline_exceeded',
    });
    expect(server.connections()).toBe(0);
  });

  test('is not sent when its signal has fired', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const error = await failureOf(
      transportTo([server.origin]).send(post(server.origin), budget(1500, AbortSignal.abort())),
    );
    expect(error).toMatchObject({ ...proof, code: 'canceled' });
    expect(server.connections()).toBe(0);
  });
});

describe('a call that is given up while it waits for a connection', () => {
  /** A server that answers its first request late, and a transport that has one connection to it. */
  async function oneConnection() {
    const server = await startRawServer((socket, _request, number) => {
      setTimeout(() => socket.write(answerOf(200, '{}')), number === 0 ? 150 : 0);
    });
    const transport = transportTo([server.origin], { connections: 1 });
    const first = transport.send(post(server.origin, { path: '/first' }), budget());
    await expect.poll(() => server.requests.length).toBe(1);
    return { server, transport, first };
  }

  test('at its deadline was not sent, and never is', async () => {
    const { server, transport, first } = await oneConnection();
    const waiting = transport.send(post(server.origin, { path: '/given-up', body: 'canary' }), budget(50));
    expect(await failureOf(waiting)).toMatchObject({ ...proof, code: 'deadline_exceeded' });
    await first;
    await transport.send(post(server.origin, { path: '/later' }), budget());
    await pause(50);
    expect(server.received()).not.toContain('given-up');
    expect(server.received()).not.toContain('canary');
    expect(server.requests).toHaveLength(2);
  });

  test('by its signal was not sent, and never is', async () => {
    const { server, transport, first } = await oneConnection();
    const controller = new AbortController();
    const waiting = transport.send(
      post(server.origin, { path: '/given-up', body: 'canary' }),
      budget(1500, controller.signal),
    );
    setTimeout(() => controller.abort(), 30);
    expect(await failureOf(waiting)).toMatchObject({ ...proof, code: 'canceled' });
    await first;
    await transport.send(post(server.origin, { path: '/later' }), budget());
    await pause(50);
    expect(server.received()).not.toContain('given-up');
    expect(server.requests).toHaveLength(2);
  });
});

describe('a call that is given up after it was begun', () => {
  const stalls = {
    'before the headers': () => {},
    'within the headers': (socket: NodeJS.WritableStream) => void socket.write('HTTP/1.1 200 OK\r\ncontent-'),
    'within the body': (socket: NodeJS.WritableStream) =>
      void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'),
    'within a chunked body': (socket: NodeJS.WritableStream) =>
      void socket.write(chunkedHead + chunkOf(Buffer.from('{')).toString()),
    'while it is dripping': (socket: NodeJS.WritableStream) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n');
      const drip = setInterval(() => (socket.writable ? socket.write('x') : clearInterval(drip)), 10);
    },
  };

  test.each(Object.entries(stalls))('by its deadline, stalled %s, may have acted', async (_name, stall) => {
    const server = await startRawServer(stall);
    const began = Date.now();
    const error = await failureOf(transportTo([server.origin]).send(post(server.origin), budget(100)));
    const took = Date.now() - began;
    expect(error).toMatchObject({ ...doubt, code: 'deadline_exceeded' });
    expect(took).toBeGreaterThanOrEqual(95);
    expect(took).toBeLessThan(400);
    expect(server.requests).toHaveLength(1);
  });

  test.each(Object.entries(stalls))('by its signal, stalled %s, may have acted', async (_name, stall) => {
    const server = await startRawServer(stall);
    const controller = new AbortController();
    const sending = transportTo([server.origin]).send(post(server.origin), budget(1500, controller.signal));
    await expect.poll(() => server.requests.length).toBe(1);
    const began = Date.now();
    controller.abort(new Error('4111111111111111'));
    const error = await failureOf(sending);
    expect(error).toMatchObject({ ...doubt, code: 'canceled' });
    expect(error.cause).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(200);
  });
});

describe('a signal that many calls share', () => {
  test('keeps no listener of a finished call', async () => {
    const server = await startRawServer((socket, request) =>
      socket.write(answerOf(request.startsWith('GET') ? 200 : 500, '{}')),
    );
    const transport = transportTo([server.origin]);
    const { signal } = new AbortController();
    const warnings: Error[] = [];
    const remember = (warning: Error): number => warnings.push(warning);
    process.on('warning', remember);
    for (let round = 0; round < 50; round += 1) {
      await Promise.all([
        transport.send(get(server.origin), budget(1500, signal)),
        transport.send(post(server.origin), budget(1500, signal)),
      ]);
    }
    await Promise.all(Array.from({ length: 40 }, () => transport.send(get(server.origin), budget(1500, signal))));
    await failureOf(transport.send(get('http://127.0.0.1:1'), budget(1500, signal)));
    await pause(10);
    process.off('warning', remember);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(warnings).toEqual([]);
  });
});
