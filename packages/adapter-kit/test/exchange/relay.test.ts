import type { ChallengeAnswer } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { relayAnswer } from '../../src/index.ts';
import { answerOf } from '../servers/answers.ts';
import type { RawServer } from '../servers/raw-server.ts';
import { startRawServer } from '../servers/raw-server.ts';
import { failureOf, transportTo } from '../transport/sending.ts';
import { anyCall } from './calls.ts';

const post: ChallengeAnswer = { method: 'POST', body: 'PaRes=eJx%2B+a%3D&MD=1%0D%0A' };

async function anyServer(): Promise<RawServer> {
  return startRawServer((socket) => socket.write(answerOf(302, '<html>', ['location: https://shop.example/'])));
}

function relay(
  server: RawServer,
  url: string,
  answer: ChallengeAnswer,
  hosts: readonly string[] = [new URL(server.origin).host],
): Promise<void> {
  return relayAnswer(transportTo([server.origin]), url, hosts, answer, anyCall());
}

describe('the answer of an ACS', () => {
  test('is handed on byte for byte, by POST', async () => {
    const server = await anyServer();
    await relay(server, `${server.origin}/3ds/back?id=1`, post);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatch(/^POST \/3ds\/back\?id=1 HTTP\/1\.1\r\n/);
    expect(server.requests[0]).toContain('content-type: application/x-www-form-urlencoded\r\n');
    expect(server.requests[0]?.endsWith(`\r\n\r\n${post.body}`)).toBe(true);
  });

  test.each([
    ['/back', 'a=%2B&b=+', '/back?a=%2B&b=+'],
    ['/back?id=1', 'a=b', '/back?id=1&a=b'],
    ['/back?id=1', undefined, '/back?id=1'],
    ['/back', undefined, '/back'],
  ])('is handed on byte for byte, by GET: %s with %s', async (path, query, expected) => {
    const server = await anyServer();
    await relay(server, server.origin + path, query === undefined ? { method: 'GET' } : { method: 'GET', query });
    expect(server.requests[0]?.split(' ')[1]).toBe(expected);
  });

  test('goes nowhere but to a host of the provider', async () => {
    const server = await anyServer();
    const elsewhere = await anyServer();
    const { host } = new URL(server.origin);
    for (const url of [
      `${elsewhere.origin}/back`,
      `http://${host}@${new URL(elsewhere.origin).host}/back`,
      `http://user:password@${host}/back`,
      `//${host}/back`,
      '/back',
      'javascript:alert(1)',
      '',
      `http://${host}\\@${new URL(elsewhere.origin).host}/`,
      `ftp://${host}/`,
    ]) {
      expect(await failureOf(relay(server, url, post))).toMatchObject({ code: 'invalid_request', effect: 'none' });
    }
    expect(await failureOf(relay(server, `${server.origin}/back`, post, []))).toMatchObject({
      code: 'invalid_request',
      effect: 'none',
    });
    expect([server.connections(), elsewhere.connections()]).toEqual([0, 0]);
  });

  test('goes nowhere but to an origin of the transport, whatever hosts are named', async () => {
    const server = await anyServer();
    const elsewhere = await anyServer();
    const error = await failureOf(relay(server, `${elsewhere.origin}/back`, post, [new URL(elsewhere.origin).host]));
    expect(error).toMatchObject({ code: 'refused', effect: 'none' });
    expect(elsewhere.connections()).toBe(0);
  });

  test.each(['a b', 'a\r\nx-injected: 1', 'a HTTP/1.1\r\n\r\nGET /x'])(
    'adds no request of its own: %j',
    async (query) => {
      const server = await anyServer();
      expect(await failureOf(relay(server, `${server.origin}/back`, { method: 'GET', query }))).toMatchObject({
        code: 'invalid_request',
        effect: 'none',
      });
      expect(server.received()).toBe('');
    },
  );
});
