import { createPaymega } from '../../src/index.ts';
import type { Paymega, PaymegaOptions } from '../../src/index.ts';
import nock from 'nock';
import { afterEach, beforeEach, expect } from 'vitest';

export const api = 'https://api.paymega.io';
export const cardgate = 'https://cardgate.psp.name';
export const basic = `Basic ${Buffer.from('coma_1:api-key').toString('base64')}`;

/** One request as it went over the wire. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Replay {
  /** Everything that was sent in this test, in order. */
  readonly sent: readonly Sent[];
  /** The next request of that kind gets this answer; every answer has to be used. */
  answer(method: 'GET' | 'POST', url: string, body: unknown, status?: number): void;
  /** The adapter under test, over its real transport. */
  provider(options?: Partial<PaymegaOptions>): Paymega;
}

/** Plays the platform from files. A request that nobody expects, and an answer that nobody fetches, fail the test. */
export function useReplay(): Replay {
  const sent: Sent[] = [];
  const unexpected: string[] = [];
  const open: Paymega[] = [];
  const notice = (request: { readonly path?: string; readonly method?: string }): void => {
    unexpected.push(`${request.method ?? ''} ${request.path ?? ''}`);
  };

  beforeEach(() => {
    sent.length = 0;
    unexpected.length = 0;
    nock.disableNetConnect();
    nock.emitter.on('no match', notice);
  });

  afterEach(async () => {
    const pending = nock.pendingMocks();
    nock.emitter.off('no match', notice);
    nock.cleanAll();
    nock.enableNetConnect();
    await Promise.all(open.splice(0).map((provider) => provider.close()));
    expect(unexpected, 'requests that nobody expected').toEqual([]);
    expect(pending, 'answers that nobody fetched').toEqual([]);
  });

  return {
    sent,
    answer(method, url, body, status = 200) {
      const { origin, pathname, search } = new URL(url);
      const path = pathname + search;
      const scope = nock(origin);
      scope.on(
        'request',
        (request: { readonly headers: Record<string, string> }, _interceptor: unknown, text: string) => {
          sent.push({ method, url, headers: request.headers, body: text });
        },
      );
      const interceptor = method === 'GET' ? scope.get(path) : scope.post(path);
      interceptor.reply(status, typeof body === 'string' ? body : JSON.stringify(body), {
        'content-type': 'application/json',
      });
    },
    provider(options = {}) {
      const provider = createPaymega({
        accountId: 'coma_1',
        apiKey: 'api-key',
        privateKeys: { live: 'sk_live_example', test: 'sk_test_example' },
        cardgateUrl: cardgate,
        ...options,
      });
      open.push(provider);
      return provider;
    },
  };
}
