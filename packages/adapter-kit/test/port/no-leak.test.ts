import { Card, DucatError, Secret } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { createJsonExchange, lookupPort, startCall } from '../../src/index.ts';
import { printed } from '../printed.ts';
import { budget } from '../transport/sending.ts';
import { approved, authorization, failure, run, settings } from './paytest.ts';
import { ScriptedTransport } from './scripted-transport.ts';

const canaries = ['4111111111111111', '4111 1111 1111 1111', '98765', 'canary-of-the-key', 'canary-of-the-token'];
const card = new Card({ number: '4111111111111111', expiryMonth: 1, expiryYear: 2031, holder: 'A B' });
const body = { number: card.number, code: new Secret('98765'), token: new Secret('canary-of-the-token') };
const echo = canaries.join(' and ');

/** Errors as careless adapters would make them, all full of what must not be printed. */
const careless: Readonly<Record<string, () => unknown>> = {
  'in its message': () => failure('unexpected_response', 'possible', echo),
  'in its details': () => new DucatError({ code: 'refused', message: 'no', effect: 'possible', raw: { body: echo } }),
  'in its issues': () =>
    new DucatError({ code: 'refused', message: 'no', effect: 'possible', issues: [{ path: echo, message: echo }] }),
  'in its cause': () =>
    new DucatError({ code: 'connection_lost', message: 'no', effect: 'possible', cause: new Error(echo) }),
  'in an error that is not ours': () => new Error(echo, { cause: echo }),
  'in something thrown that is no error': () => echo,
};

describe.each(Object.entries(careless))('an error with secrets %s', (_name, make) => {
  test('prints none of them, as an outcome or thrown', async () => {
    const outcome = await run([{ status: 200, body: {} }], async ({ exchange, call }) => {
      await exchange.post('/charge', body, authorization, call);
      throw make();
    });
    expect(outcome.status).toBe('unknown');
    for (const canary of canaries) expect(printed(outcome)).not.toContain(canary);
  });

  test('prints none of them from a lookup', async () => {
    const result = await lookupPort(settings, async (_request, call) => {
      call.secrets.push(...canaries);
      throw make();
    })({ operation: 'charge', reference: 'a' }).catch((error: unknown) => error);
    for (const canary of canaries) expect(printed(result)).not.toContain(canary);
  });
});

describe('an answer that repeats the request', () => {
  test.each([200, 302, 400, 401, 404, 422, 500])('with status %i prints nothing of it', async (status) => {
    const result = await run([{ status, body: `<html>${echo}</html>` }], async ({ exchange, call }) => {
      await exchange.post('/charge', body, authorization, call);
      return approved;
    }).catch((error: unknown) => error);
    expect(result).not.toBe(approved);
    for (const canary of canaries) expect(printed(result)).not.toContain(canary);
  });
});

describe('a call', () => {
  test('knows every secret of every request that it made', async () => {
    const transport = new ScriptedTransport({ status: 200, body: {} }, { status: 200, body: {} });
    const exchange = createJsonExchange(transport, 'https://paytest.example', () => undefined);
    const call = startCall('paytest', 'attempt-1', budget());
    await exchange.post('/charge', body, authorization, call);
    await exchange.get('/charge/1', authorization, call);
    expect(new Set(call.secrets)).toEqual(
      new Set(['4111111111111111', '98765', 'canary-of-the-key', 'canary-of-the-token']),
    );
    expect(transport.requests[0]?.body).toBe(
      '{"number":"4111111111111111","code":"98765","token":"canary-of-the-token"}',
    );
  });
});
