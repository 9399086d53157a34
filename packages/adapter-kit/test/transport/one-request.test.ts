import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { answerOf, jsonAnswer } from '../servers/answers.ts';
import { startRawServer } from '../servers/raw-server.ts';
import { budget, failureOf, get, post, transportTo } from './sending.ts';

describe('one call is one request, never repeated by itself (defects 8, 10)', () => {
  test('written as it was given, without anything that was not asked for', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const headers = { authorization: 'Basic abc', 'x-key': 'value' };
    await transportTo([server.origin]).send(
      post(server.origin, { path: '/a?b=c', headers, body: '{"a":"ü"}' }),
      budget(),
    );
    const { host } = new URL(server.origin);
    expect(server.requests).toEqual([
      `POST /a?b=c HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\nauthorization: Basic abc\r\nx-key: value\r\n` +
        `content-length: 10\r\n\r\n${Buffer.from('{"a":"ü"}').toString('latin1')}`,
    ]);
  });

  test.each([500, 502, 503, 504, 408, 429, 425])('also when the answer is %i', async (status) => {
    const server = await startRawServer((socket) => socket.write(answerOf(status, '{}', ['retry-after: 0'])));
    const transport = transportTo([server.origin]);
    expect((await transport.send(post(server.origin), budget())).status).toBe(status);
    expect((await transport.send(get(server.origin), budget())).status).toBe(status);
    await pause(30);
    expect(server.requests).toHaveLength(2);
  });

  test('also when a connection that was kept open is closed by the server meanwhile', async () => {
    const server = await startRawServer((socket, _request, number) => {
      socket.write(answerOf(200, '{}'));
      if (number === 0) setTimeout(() => socket.end(), 20);
    });
    const transport = transportTo([server.origin], { connections: 1 });
    await transport.send(post(server.origin), budget());
    await pause(60);
    expect((await transport.send(post(server.origin), budget())).status).toBe(200);
    expect(server.requests).toHaveLength(2);
    expect(server.connections()).toBe(2);
  });

  test('also when the server resets a kept connection on the second request', async () => {
    const server = await startRawServer((socket, _request, number) => {
      if (number === 0) socket.write(answerOf(200, '{}'));
      else socket.resetAndDestroy();
    });
    const transport = transportTo([server.origin], { connections: 1 });
    await transport.send(get(server.origin), budget());
    expect(await failureOf(transport.send(get(server.origin), budget()))).toMatchObject({
      code: 'connection_lost',
      effect: 'possible',
    });
    await pause(50);
    expect(server.requests).toHaveLength(2);
  });

  test('and the next one on the same connection is not answered by a second answer to the first', async () => {
    const server = await startRawServer((socket, request) => {
      const twice = Buffer.concat([jsonAnswer('first'), jsonAnswer('smuggled')]);
      socket.write(request.includes('/first') ? twice : jsonAnswer('second'));
    });
    const transport = transportTo([server.origin], { connections: 1 });
    const answers = await Promise.all([
      transport.send(get(server.origin, '/first'), budget()),
      transport.send(get(server.origin, '/second'), budget()),
    ]);
    expect(answers.map(({ body }) => Buffer.from(body).toString())).toEqual(['"first"', '"second"']);
  });
});

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('%i is handed over and followed nowhere', async (status) => {
    const elsewhere = await startRawServer((socket) => socket.end(answerOf(200, '{}')));
    const targets = [
      elsewhere.origin,
      elsewhere.origin.replace('http:', 'https:'),
      `//${new URL(elsewhere.origin).host}`,
      '/again',
    ];
    const server = await startRawServer((socket, _request, number) => {
      socket.write(answerOf(status, '', [`location: ${targets[number] ?? ''}/charge`]));
    });
    const transport = transportTo([server.origin, elsewhere.origin]);
    for (const target of targets) {
      const response = await transport.send(post(server.origin, { body: 'canary' }), budget());
      expect([response.status, response.headers['location']]).toEqual([status, `${target}/charge`]);
    }
    await pause(20);
    expect(server.requests).toHaveLength(targets.length);
    expect(elsewhere.connections()).toBe(0);
  });
});

describe('nothing leaves this machine', () => {
  test('for an origin that is not one of the given ones, however alike', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const { port } = new URL(server.origin);
    const transport = transportTo([server.origin]);
    for (const origin of [
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      'http://127.0.0.1',
      `http://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}@127.0.0.1:${port}`,
      `HTTP://127.0.0.1:${port}`,
      '__proto__',
      '',
    ]) {
      const error = await failureOf(transport.send(post(origin), budget()));
      expect(error).toMatchObject({ code: 'refused', effect: 'none', retry: 'never' });
    }
    expect(server.connections()).toBe(0);
  });

  test('when the path names a host of its own', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const transport = transportTo([server.origin]);
    for (const path of ['http://127.0.0.2/charge', 'charge', '', '@127.0.0.2/']) {
      expect(await failureOf(transport.send(post(server.origin, { path }), budget()))).toMatchObject({
        code: 'refused',
        effect: 'none',
      });
    }
    expect(server.received()).toBe('');
  });

  test.each([
    ['a line break in a header', { headers: { authorization: 'Bearer a\r\nx-injected: 1' } }],
    ['a line feed in a header', { headers: { authorization: 'Bearer a\nx-injected: 1' } }],
    ['a zero in a header', { headers: { authorization: 'Bearer a\0b' } }],
    ['a letter that HTTP has not', { headers: { authorization: 'Bearer ключ' } }],
    ['a line break in the name of a header', { headers: { 'a\r\nx-injected': '1' } }],
    ['a line break in the path', { path: '/a HTTP/1.1\r\nx-injected: 1\r\n\r\n' }],
    ['a space in the path', { path: '/a HTTP/1.1' }],
    ['another length', { headers: { 'content-length': '1\r\n2' } }],
    ['another transfer encoding', { headers: { 'transfer-encoding': 'chunked' } }],
  ])('when the request holds %s', async (_name, change) => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const transport = transportTo([server.origin]);
    const error = await failureOf(transport.send(post(server.origin, change), budget()));
    expect(error).toMatchObject({ code: 'invalid_request', effect: 'none', retry: 'never' });
    expect(error.message).not.toContain('injected');
    expect(server.received()).toBe('');
    expect((await transport.send(post(server.origin), budget())).status).toBe(200);
  });
});
