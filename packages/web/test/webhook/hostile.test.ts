import { DucatError } from '@ducat/core';
import type { Received } from '@ducat/payments';
import type { WebhookRequest } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { HandlerLimits, WebEvent } from '../../src/index.ts';
import { createWebhookHandler } from '../../src/index.ts';

type Take = (provider: string, request: WebhookRequest) => Promise<Received>;

const stored: Take = async () => ({ status: 'recorded', payment: 'order-1' });

interface Mailbox {
  readonly events: readonly WebEvent[];
  /** What reached the engine. */
  readonly taken: readonly (readonly [string, WebhookRequest])[];
  post(init?: RequestInit, provider?: string): Promise<Response>;
}

function openMailbox(receive: Take = stored, limits: Partial<HandlerLimits> = {}): Mailbox {
  const events: WebEvent[] = [];
  const taken: (readonly [string, WebhookRequest])[] = [];
  const handler = createWebhookHandler({
    payments: {
      receive: async (provider, request) => {
        taken.push([provider, request]);
        return await receive(provider, request);
      },
    },
    onEvent: (event) => void events.push(event),
    limits,
  });
  return {
    events,
    taken,
    post: async (init = {}, provider = 'paymega') =>
      await handler(new Request('https://shop.test/hook', { method: 'POST', body: '{}', ...init }), provider),
  };
}

const endless = (): ReadableStream => new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1000)) });
const silent = (): ReadableStream => new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)) });

describe('the webhook handler', () => {
  test('hands on the bytes and the headers as they came', async () => {
    const mailbox = openMailbox();
    const body = Uint8Array.from({ length: 256 }, (_, index) => index);
    await mailbox.post({ body, headers: { 'X-Signature': 'abc', __proto__: 'x', constructor: 'y' } });
    const [[provider, request] = []] = mailbox.taken;
    expect(provider).toBe('paymega');
    expect(request?.body).toEqual(body);
    expect(request?.headers).toMatchObject({ 'x-signature': 'abc' });
  });

  test('takes what is smaller than the limit or as large, and not a byte more', async () => {
    const mailbox = openMailbox(stored, { webhookBytes: 1000 });
    expect((await mailbox.post({ body: new Uint8Array(1000) })).status).toBe(200);
    const response = await mailbox.post({ body: new Uint8Array(1001) });
    expect([response.status, await response.text()]).toEqual([413, '']);
    expect(mailbox.events.at(-1)).toMatchObject({ answered: 413, reason: 'the body is larger than the limit' });
  });

  test('believes an announced length that is too large, and none that is too small', async () => {
    const mailbox = openMailbox(stored, { webhookBytes: 1000 });
    const announced = { 'content-length': '1001' };
    expect((await mailbox.post({ headers: announced, body: silent(), duplex: 'half' })).status).toBe(413);
    const lying = { 'content-length': '10' };
    expect((await mailbox.post({ headers: lying, body: endless(), duplex: 'half' })).status).toBe(413);
    expect((await mailbox.post({ body: endless(), duplex: 'half' })).status).toBe(413);
    expect(mailbox.taken).toEqual([]);
  });

  test('waits for a body no longer than the limit', async () => {
    const mailbox = openMailbox(stored, { bodyMilliseconds: 20 });
    expect((await mailbox.post({ body: silent(), duplex: 'half' })).status).toBe(408);
    expect(mailbox.events.at(-1)).toMatchObject({ answered: 408, reason: 'the body did not come in time' });
  });

  test('survives a connection that breaks', async () => {
    const mailbox = openMailbox();
    const body = new ReadableStream({ start: (stream) => stream.error(new Error('reset')) });
    expect((await mailbox.post({ body, duplex: 'half' })).status).toBe(400);
    expect(mailbox.taken).toEqual([]);
  });

  test('asks for it again when something else has read the body, and says what to change (defect 18)', async () => {
    const events: WebEvent[] = [];
    const handler = createWebhookHandler({
      payments: { receive: stored },
      onEvent: (event) => void events.push(event),
    });
    const request = new Request('https://shop.test/hook', { method: 'POST', body: '{}' });
    await request.json();
    expect((await handler(request, 'paymega')).status).toBe(500);
    expect(events).toMatchObject([{ type: 'webhook_failed', reason: expect.stringContaining('mount these handlers') }]);
  });

  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('takes nothing by %s', async (method) => {
    const mailbox = openMailbox();
    const response = await mailbox.post({ method, body: null });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(mailbox.taken).toEqual([]);
  });

  const failure = (code: DucatError['code'], path?: string): Take => {
    const issues = path === undefined ? [] : [{ path, message: 'is wrong' }];
    const details = { code, message: `secret detail of ${code}`, effect: 'none', issues } as const;
    return () => Promise.reject(new DucatError(details));
  };

  test.each([
    ['is forged', failure('invalid_signature'), 400, 'webhook_refused'],
    ['is of no provider here', failure('invalid_request', 'provider'), 404, 'webhook_refused'],
    ['has headers that are none', failure('invalid_request', 'request.headers'), 400, 'webhook_refused'],
    ['cannot be stored', failure('journal_failed'), 503, 'webhook_failed'],
    ['is authentic and cannot be understood', failure('unexpected_response'), 500, 'webhook_failed'],
    ['meets a defect of this library', failure('internal'), 500, 'webhook_failed'],
    ['meets anything else', () => Promise.reject(new Error('secret detail')), 500, 'webhook_failed'],
    ['meets something that is no error', () => Promise.reject('secret detail'), 500, 'webhook_failed'],
  ] as const)('tells only the operator why a message that %s is not taken', async (_name, receive, status, type) => {
    const mailbox = openMailbox(receive);
    const response = await mailbox.post();
    expect([response.status, await response.text()]).toEqual([status, '']);
    expect([...response.headers.keys()].sort()).toEqual(['cache-control', 'referrer-policy', 'x-content-type-options']);
    expect(mailbox.events).toMatchObject([{ type, provider: 'paymega', answered: status }]);
  });

  test('does not tell the message of an error that anybody else threw', async () => {
    const mailbox = openMailbox(() => Promise.reject(new Error('4111111111111111')));
    await mailbox.post();
    expect(mailbox.events).toMatchObject([{ reason: 'Error was thrown' }]);
    expect(JSON.stringify(mailbox.events)).not.toContain('4111');
  });

  test.each(['a\nb', 'a\u001b[31m', 'x'.repeat(65), '<script>', ''])('does not log the name %j', async (provider) => {
    const mailbox = openMailbox(failure('invalid_request', 'provider'));
    expect((await mailbox.post({}, provider)).status).toBe(404);
    expect(mailbox.events).toMatchObject([{ provider: '(no name)' }]);
  });

  test('answers 200 for what is stored though the log fails', async () => {
    const failing = [
      () => {
        throw new Error('log is full');
      },
      () => Promise.reject(new Error('log is full')),
    ];
    for (const onEvent of failing) {
      const handler = createWebhookHandler({ payments: { receive: stored }, onEvent });
      const request = new Request('https://shop.test/hook', { method: 'POST', body: '{}' });
      expect((await handler(request, 'paymega')).status).toBe(200);
    }
  });
});
