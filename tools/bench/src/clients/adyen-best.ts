import { Pool } from 'undici';
import { payWith } from './adyen.ts';
import type { Client, Surroundings } from './client.ts';

/** Adyen's library with its HTTP client replaced by undici, without TLS and with connections that are kept. */
export async function openAdyenAtItsBest({ addresses }: Surroundings): Promise<Client> {
  const pool = new Pool(addresses.plain, { connections: 64 });
  const client = payWith({
    async request(endpoint, json, { apiKey }, _isKeyRequired, options) {
      const { body } = await pool.request({
        method: 'POST',
        path: new URL(endpoint).pathname,
        headers: {
          'content-type': 'application/json',
          'x-api-key': apiKey ?? '',
          'idempotency-key': options?.idempotencyKey ?? '',
        },
        body: json,
      });
      return await body.text();
    },
  });
  return { ...client, close: () => pool.close() };
}
