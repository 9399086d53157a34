import { describe, expect, test } from 'vitest';
import { closedPort, startRawServer } from '../servers/raw-server.ts';
import { startFullServer } from '../servers/full-server.ts';
import { startSelfSignedServer } from '../servers/tls-server.ts';
import { budget, failureOf, post, transportTo } from './sending.ts';

const proof = { effect: 'none', retry: 'safe' };

describe('no connection is proof that nothing was sent', () => {
  test('when it is refused', async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    const error = await failureOf(transportTo([origin]).send(post(origin), budget()));
    expect(error).toMatchObject({ ...proof, code: 'connection_failed', raw: { network: 'ECONNREFUSED' } });
  });

  test('when the name does not resolve', async () => {
    const origin = `http://${'x'.repeat(64)}.invalid`;
    const error = await failureOf(transportTo([origin]).send(post(origin), budget()));
    expect(error).toMatchObject({ ...proof, code: 'connection_failed' });
  });

  test('when the server does not speak TLS', async () => {
    const server = await startRawServer(
      () => {},
      (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    const origin = server.origin.replace('http:', 'https:');
    const error = await failureOf(transportTo([origin]).send(post(origin, { body: 'canary' }), budget()));
    expect(error).toMatchObject({ ...proof, code: 'connection_failed' });
    expect(error.raw['network']).toMatch(/^ERR_SSL_/);
    expect(server.received()).not.toContain('canary');
  });

  test('when the server hangs up during the TLS handshake', async () => {
    const server = await startRawServer(
      () => {},
      (socket) => socket.destroy(),
    );
    const origin = server.origin.replace('http:', 'https:');
    const error = await failureOf(transportTo([origin]).send(post(origin), budget()));
    expect(error).toMatchObject({ ...proof, code: 'connection_failed' });
  });

  test('when nobody vouches for the certificate', async () => {
    const server = await startSelfSignedServer();
    const error = await failureOf(transportTo([server.origin]).send(post(server.origin), budget()));
    expect(error).toMatchObject({
      ...proof,
      code: 'connection_failed',
      raw: { network: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(server.received()).toBe('');
  });

  test('when connecting takes too long', async () => {
    const origin = await startFullServer();
    const error = await failureOf(
      transportTo([origin], { connectTimeoutMilliseconds: 50 }).send(post(origin), budget(5000)),
    );
    expect(error).toMatchObject({ ...proof, code: 'connection_failed', raw: { network: 'UND_ERR_CONNECT_TIMEOUT' } });
  });

  test('when the deadline passes while connecting', async () => {
    const origin = await startFullServer();
    const error = await failureOf(
      transportTo([origin], { connectTimeoutMilliseconds: 50 }).send(post(origin), budget(40)),
    );
    expect(error).toMatchObject({ ...proof, code: 'deadline_exceeded' });
  });
});
