import { Secret } from '@ducat/core';
import { expect, test } from 'vitest';
import type { HttpRequest } from '../../src/index.ts';
import { createJsonExchange, encodeKey, jsonBody } from '../../src/index.ts';
import { anyCall } from './calls.ts';

const key = encodeKey(new Secret('key-of-the-shop'));

async function headersSent(credentialsHeader?: string): Promise<HttpRequest['headers']> {
  const sent: HttpRequest[] = [];
  const transport = {
    async send(request: HttpRequest) {
      sent.push(request);
      return { status: 200, headers: {}, body: Buffer.from('{}') };
    },
    async close() {},
  };
  const exchange = createJsonExchange(transport, 'https://api.example', () => undefined, jsonBody, credentialsHeader);
  await exchange.get('/payments/1', key, anyCall());
  return sent[0]?.headers ?? {};
}

test('credentials stand in Authorization unless the provider has a header of its own for them', async () => {
  expect(await headersSent()).toMatchObject({ authorization: 'key-of-the-shop' });
  const own = await headersSent('x-api-key');
  expect(own).toMatchObject({ 'x-api-key': 'key-of-the-shop' });
  expect(own).not.toHaveProperty('authorization');
});

test('a key that is sent is a secret of the call, which nothing that is printed repeats', () => {
  expect(key.secrets).toEqual(['key-of-the-shop']);
});
