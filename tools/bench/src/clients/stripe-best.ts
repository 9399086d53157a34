import Stripe from 'stripe';
import { Pool } from 'undici';
import type { Client, Surroundings } from './client.ts';
import { at, payWith } from './stripe.ts';

/** Stripe's library with everything that makes it faster: no telemetry, no retries, and undici instead of node:http. */
export async function openStripeAtItsBest({ addresses }: Surroundings): Promise<Client> {
  const pool = new Pool(addresses.plain, { connections: 64 });
  const stripe = new Stripe('sk_test_1', {
    ...at(addresses.plain),
    telemetry: false,
    maxNetworkRetries: 0,
    httpClient: new UndiciClient(pool),
  });
  return { ...payWith(stripe), close: () => pool.close() };
}

type Sending = Parameters<InstanceType<typeof Stripe.HttpClient>['makeRequest']>;

class UndiciClient extends Stripe.HttpClient {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super();
    this.#pool = pool;
  }

  override getClientName(): string {
    return 'undici';
  }

  override async makeRequest(
    ...[, , path, method, headers, body]: Sending
  ): Promise<InstanceType<typeof Stripe.HttpClientResponse>> {
    const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const response = await this.#pool.request({ path, method: method as 'POST', headers: named, body });
    return new UndiciResponse(response.statusCode, response.headers, response.body);
  }
}

class UndiciResponse extends Stripe.HttpClientResponse {
  readonly #body: { json(): Promise<unknown> };

  constructor(status: number, headers: object, body: { json(): Promise<unknown> }) {
    super(status, headers as ConstructorParameters<typeof Stripe.HttpClientResponse>[1]);
    this.#body = body;
  }

  override getRawResponse(): unknown {
    return { statusCode: this.getStatusCode(), headers: this.getHeaders() };
  }

  override toJSON(): Promise<unknown> {
    return this.#body.json();
  }
}
