import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answerOf, chunkOf, chunkedHead, jsonAnswer, lastChunk } from '../servers/answers.ts';
import { startRawServer } from '../servers/raw-server.ts';
import { failureOf } from '../transport/sending.ts';
import { anyCall, authorization, exchangeWith } from './calls.ts';

const doubt = { code: 'unexpected_response', effect: 'possible', retry: 'after_lookup', provider: 'paytest' };
const json = ['content-type: application/json'];

describe('an answer that is understood', () => {
  test.each([200, 201, 202, 299])('is the JSON value of status %i, whatever the provider calls it', async (status) => {
    const server = await startRawServer((socket) =>
      socket.write(answerOf(status, '{"a":[1,null]}', ['content-type: text/plain'])),
    );
    expect(await exchangeWith(server.origin).get('/a', authorization, anyCall())).toEqual({ a: [1, null] });
  });

  test('is read right when every byte of it comes alone', async () => {
    const text = '{"holder":"Ґанна 🦊 €"}';
    const drip = async (socket: Socket): Promise<void> => {
      socket.write(chunkedHead);
      for (const byte of Buffer.from(text, 'utf8')) {
        socket.write(chunkOf(Buffer.from([byte])));
        await new Promise(setImmediate);
      }
      socket.write(lastChunk);
    };
    const server = await startRawServer((socket) => void drip(socket));
    expect(await exchangeWith(server.origin).get('/a', authorization, anyCall())).toEqual(JSON.parse(text));
  });

  test('may say that it is not compressed', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}', ['content-encoding: identity'])));
    expect(await exchangeWith(server.origin).get('/a', authorization, anyCall())).toEqual({});
  });
});

describe('an answer that is not understood leaves open what was done (defects 12, 44)', () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const ok = Buffer.from('{"ok":true}');
  const answers: Readonly<Record<string, Buffer>> = {
    'no body': answerOf(200, ''),
    'no content': Buffer.from('HTTP/1.1 204 No Content\r\n\r\n'),
    'a page with status 200': answerOf(200, '<!doctype html><html><body>{"ok":true}</body></html>', [
      'content-type: text/html',
    ]),
    'JSON that ends too early': answerOf(200, '{"ok":tr', json),
    'something after the JSON': answerOf(200, '{"ok":true}<!-- cached -->', json),
    'a byte order mark': answerOf(200, '\uFEFF{"ok":true}', json),
    'another charset': answerOf(200, Buffer.from('{"ok":"\xfc"}', 'latin1'), json),
    'UTF-16': answerOf(200, Buffer.from('{"ok":true}', 'utf16le'), json),
    'a key twice': answerOf(200, '{"ok":false,"ok":true}', json),
    gzip: answerOf(200, gzipSync(ok), [...json, 'content-encoding: gzip']),
    'gzip in capitals': answerOf(200, gzipSync(ok), [...json, 'Content-Encoding: GZIP']),
    'gzip that nobody announced': answerOf(200, gzipSync(ok), json),
    'gzip that is none': answerOf(200, ok, [...json, 'content-encoding: gzip']),
    deflate: answerOf(200, deflateSync(ok), [...json, 'content-encoding: deflate']),
    brotli: answerOf(200, brotliCompressSync(ok), [...json, 'content-encoding: br']),
    'two encodings': answerOf(200, ok, [...json, 'content-encoding: identity', 'content-encoding: gzip']),
    'a bomb': answerOf(200, bomb, [...json, 'content-encoding: gzip']),
  };

  test.each(Object.entries(answers))('with %s', async (_name, answer) => {
    const server = await startRawServer((socket) => socket.write(answer));
    const call = anyCall();
    expect(await failureOf(exchangeWith(server.origin).post('/a', {}, authorization, call))).toMatchObject(doubt);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    300, 301, 302, 303, 304, 307, 308, 400, 402, 403, 404, 405, 407, 408, 409, 413, 418, 422, 425, 429, 451, 499, 500,
    501, 502, 503, 504, 520, 599,
  ])('with status %i and a body that says nothing of a refusal', async (status) => {
    const server = await startRawServer((socket) =>
      socket.write(answerOf(status, status === 304 ? '' : '{"ok":true}', json)),
    );
    const error = await failureOf(exchangeWith(server.origin).post('/a', {}, authorization, anyCall()));
    expect(error).toMatchObject({ ...doubt, raw: { httpStatus: String(status) } });
  });

  test.each([200, 302, 500, 503])('with status %i, also when the body looks like a refusal', async (status) => {
    const server = await startRawServer((socket) => socket.write(answerOf(status, '{"refused":"no', json)));
    expect(await failureOf(exchangeWith(server.origin).post('/a', {}, authorization, anyCall()))).toMatchObject(doubt);
  });
});

describe('a refusal', () => {
  test('is what the provider says with a 4xx', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(422, '{"refused":"no such card"}', json)));
    const error = await failureOf(exchangeWith(server.origin).post('/a', {}, authorization, anyCall()));
    expect(error).toMatchObject({ code: 'refused', effect: 'none', message: 'no such card' });
  });

  test('is no refusal with any other status', async () => {
    for (const status of [301, 500]) {
      const server = await startRawServer((socket) => socket.write(answerOf(status, '{"refused":"no"}', json)));
      expect(await failureOf(exchangeWith(server.origin).post('/a', {}, authorization, anyCall()))).toMatchObject(
        doubt,
      );
    }
  });

  test('of a question takes nothing back of what may be moving money beside it', async () => {
    const sockets: Socket[] = [];
    const server = await startRawServer((socket) => sockets.push(socket));
    const exchange = exchangeWith(server.origin);
    const call = anyCall();
    const asked = failureOf(exchange.get('/question', authorization, call));
    await expect.poll(() => sockets.length).toBe(1);
    const sent = failureOf(exchange.post('/charge', {}, authorization, call));
    await expect.poll(() => sockets.length).toBe(2);
    sockets[0]?.write(answerOf(404, '{"refused":"unknown"}', json));
    expect(await asked).toMatchObject({ code: 'refused', effect: 'none' });
    expect(call.moneyMayHaveMoved).toBe(true);
    sockets[1]?.write(answerOf(422, '{"refused":"no such card"}', json));
    await sent;
    expect(call.moneyMayHaveMoved).toBe(false);
  });

  test.each(['', '<html>401</html>', '{}'])('of the credentials is one whatever its body says: %j', async (body) => {
    const server = await startRawServer((socket) => socket.write(answerOf(401, body)));
    const error = await failureOf(exchangeWith(server.origin).post('/a', {}, authorization, anyCall()));
    expect(error).toMatchObject({ code: 'authentication_failed', effect: 'none', retry: 'never', provider: 'paytest' });
  });
});

describe('a request', () => {
  test('goes to the base URL and its path, with the credentials and as JSON', async () => {
    const server = await startRawServer((socket) => socket.write(jsonAnswer({})));
    for (const base of ['/api/v1', '/api/v1/']) {
      const exchange = exchangeWith(server.origin, base);
      await exchange.post('/charges?test=1', { amount: 5n }, authorization, anyCall(), { RequestID: 'attempt-1' });
      await exchange.get('/charges/1', authorization, anyCall());
    }
    const [posted, got, postedToo, gotToo] = server.requests;
    expect(posted).toMatch(/^POST \/api\/v1\/charges\?test=1 HTTP\/1\.1\r\n/);
    expect(posted?.split('\r\n')).toEqual(
      expect.arrayContaining([
        'accept: application/json',
        'authorization: Basic abc',
        'content-type: application/json',
        'RequestID: attempt-1',
        '{"amount":5}',
      ]),
    );
    expect(got).toMatch(/^GET \/api\/v1\/charges\/1 HTTP\/1\.1\r\n/);
    expect(got).not.toContain('content-type');
    expect([postedToo, gotToo]).toEqual([posted, got]);
  });

  test('asks for no compression', async () => {
    const server = await startRawServer((socket) => socket.write(jsonAnswer({})));
    await exchangeWith(server.origin).get('/a', authorization, anyCall());
    expect(server.received()).not.toMatch(/accept-encoding/i);
  });

  test('that is redirected carries its card to nobody else', async () => {
    const elsewhere = await startRawServer((socket) => socket.write(jsonAnswer({})));
    const server = await startRawServer((socket) =>
      socket.write(answerOf(307, '', [`location: ${elsewhere.origin}/a`])),
    );
    expect(
      await failureOf(exchangeWith(server.origin).post('/a', { card: 'canary' }, authorization, anyCall())),
    ).toMatchObject(doubt);
    await pause(20);
    expect(elsewhere.connections()).toBe(0);
  });

  test('leaves its secrets with the call before it is sent, so that nothing may print them', async () => {
    const call = anyCall();
    await failureOf(exchangeWith('http://127.0.0.1:1').post('/a', {}, authorization, call));
    expect(call.secrets).toEqual(['the-key']);
    expect(call.begun).toBe(true);
  });
});
