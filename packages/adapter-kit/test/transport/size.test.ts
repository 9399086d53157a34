import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { answerOf, chunkOf, chunkedHead, lastChunk } from '../servers/answers.ts';
import { startRawServer } from '../servers/raw-server.ts';
import { budget, failureOf, get, transportTo } from './sending.ts';

const mebibyte = 1024 * 1024;

/** Writes until the other side has had enough. Returns how many bytes were taken. */
function pour(socket: Socket, bytes: Buffer): { readonly taken: () => number } {
  let taken = 0;
  const more = (): void => {
    while (socket.writable && socket.write(bytes)) taken += bytes.length;
  };
  socket.on('drain', more);
  more();
  return { taken: () => taken };
}

describe('a body', () => {
  test('of exactly one mebibyte arrives whole', async () => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, Buffer.alloc(mebibyte, 'a'))));
    const { body } = await transportTo([server.origin]).send(get(server.origin), budget());
    expect(body.length).toBe(mebibyte);
  });

  test('of one mebibyte in tiny chunks arrives whole and in order', async () => {
    const piece = Buffer.concat(
      Array.from({ length: 4096 }, () => Buffer.concat([chunkOf(Buffer.from('abc')), chunkOf(Buffer.from('defgh'))])),
    );
    const server = await startRawServer((socket) => {
      socket.write(chunkedHead);
      for (let sent = 0; sent < mebibyte; sent += 4096 * 8) socket.write(piece);
      socket.write(lastChunk);
    });
    const { body } = await transportTo([server.origin]).send(get(server.origin), budget());
    expect(Buffer.from(body).equals(Buffer.alloc(mebibyte, 'abcdefgh'))).toBe(true);
  });

  test.each([
    ['with a length', Buffer.alloc(mebibyte + 1)],
    ['with a length far beyond', Buffer.alloc(3 * mebibyte)],
  ])('%s of more than a mebibyte is refused, and may belong to a success', async (_name, body) => {
    const server = await startRawServer((socket) => socket.write(answerOf(200, body)));
    const error = await failureOf(transportTo([server.origin]).send(get(server.origin), budget()));
    expect(error).toMatchObject({ code: 'unexpected_response', effect: 'possible' });
  });

  test('without end is refused, and the connection with it', async () => {
    let poured = { taken: (): number => 0 };
    let closed = false;
    const server = await startRawServer((socket) => {
      socket.write(chunkedHead);
      socket.on('close', () => (closed = true));
      poured = pour(socket, chunkOf(Buffer.alloc(65_536, 'a')));
    });
    const error = await failureOf(transportTo([server.origin]).send(get(server.origin), budget()));
    expect(error).toMatchObject({ code: 'unexpected_response', effect: 'possible' });
    await expect.poll(() => closed).toBe(true);
    expect(poured.taken()).toBeLessThan(16 * mebibyte);
  });
});
