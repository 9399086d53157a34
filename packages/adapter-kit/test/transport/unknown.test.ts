import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { answerOf, chunkOf, chunkedHead } from '../servers/answers.ts';
import { startRawServer } from '../servers/raw-server.ts';
import { budget, failureOf, get, post, transportTo } from './sending.ts';

/** Ways of a network to fail after the request was begun, by name, with the code that the caller sees. */
const breaks: readonly (readonly [name: string, code: string, answer: (socket: Socket) => void])[] = [
  ['hangs up after the request', 'connection_lost', (socket) => socket.end()],
  ['resets after the request', 'connection_lost', (socket) => socket.resetAndDestroy()],
  ['answers what is not HTTP', 'unexpected_response', (socket) => socket.end('garbage\r\n\r\n')],
  ['answers in TLS', 'unexpected_response', (socket) => socket.end(Buffer.from([22, 3, 1, 0, 5, 1, 0, 0, 1, 0]))],
  ['hangs up within the headers', 'connection_lost', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty')],
  [
    'resets within the headers',
    'connection_lost',
    (socket) => socket.write('HTTP/1.1 200 OK\r\na', () => socket.resetAndDestroy()),
  ],
  [
    'sends headers without end',
    'unexpected_response',
    (socket) => socket.write(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(20_000)}`),
  ],
  [
    'cuts off a body with a length',
    'connection_lost',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{"status":'),
  ],
  [
    'cuts off a chunked body',
    'connection_lost',
    (socket) => socket.end(chunkedHead + chunkOf(Buffer.from('{}')).toString()),
  ],
  ['cuts off within a chunk', 'connection_lost', (socket) => socket.end(`${chunkedHead}40\r\n{"status":`)],
  [
    'resets within the body',
    'connection_lost',
    (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{', () => socket.resetAndDestroy()),
  ],
  [
    'gives two different lengths',
    'connection_lost',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'),
  ],
  [
    'gives a length that is no number',
    'unexpected_response',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}'),
  ],
  [
    'gives a chunk size that is no number',
    'unexpected_response',
    (socket) => socket.end(`${chunkedHead}zz\r\n{}\r\n0\r\n\r\n`),
  ],
  [
    'wants to speak another protocol',
    'connection_lost',
    (socket) => socket.end('HTTP/1.1 101 Go\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  ],
];

describe.each(breaks)('a server that %s', (_name, code, answer) => {
  test.each(['POST', 'GET'])('leaves it open whether a %s acted, and is asked once only', async (method) => {
    const server = await startRawServer(answer);
    const request = method === 'POST' ? post(server.origin) : get(server.origin);
    const error = await failureOf(transportTo([server.origin]).send(request, budget()));
    expect(error).toMatchObject({ code, effect: 'possible', retry: 'after_lookup' });
    expect(server.requests).toHaveLength(1);
    expect(server.connections()).toBe(1);
  });
});

describe('an answer that quotes the request', () => {
  test('is not repeated by the error when it is not HTTP', async () => {
    const server = await startRawServer((socket, request) => socket.end(`${request}\r\n\r\n`));
    const canary = '4111111111111111';
    const error = await failureOf(transportTo([server.origin]).send(post(server.origin, { body: canary }), budget()));
    expect(JSON.stringify([error, error.message, error.stack, String(error.cause)])).not.toContain(canary);
  });
});

describe('a complete answer', () => {
  test('is handed over with its status, its headers in lower case and its exact bytes', async () => {
    const body = Buffer.from([0, 1, 2, 0xff]);
    const server = await startRawServer((socket) => socket.write(answerOf(418, body, ['X-Word: Value'])));
    const response = await transportTo([server.origin]).send(post(server.origin), budget());
    expect(response.status).toBe(418);
    expect(response.headers['x-word']).toBe('Value');
    expect(Buffer.from(response.body)).toEqual(body);
  });

  test('is the final one, not what was said on the way to it', async () => {
    const hints = 'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nx-word: early\r\n\r\n';
    const server = await startRawServer((socket) =>
      socket.write(Buffer.concat([Buffer.from(hints), answerOf(200, '{}')])),
    );
    const response = await transportTo([server.origin]).send(post(server.origin), budget());
    expect(response.status).toBe(200);
    expect(response.headers['x-word']).toBeUndefined();
  });
});
