import type { WebhookRequest } from '@ducat/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callbacksOf, message, signed } from './callback.ts';
import { account, money, openShop, order } from './shop.ts';

const { provider } = openShop();

describe('a callback of the platform', () => {
  let genuine: WebhookRequest;

  beforeAll(async () => {
    const shop = openShop();
    await shop.provider.charge(order(), shop.attempt('attempt-1'));
    const last = (await callbacksOf(shop)).at(-1);
    if (last === undefined) throw new Error('no callback came');
    genuine = last;
  });

  test('tells what became of the payment', async () => {
    const { transaction, provider: name } = await provider.webhook(genuine);
    expect(name).toBe('paymega');
    expect(transaction).toMatchObject({
      operation: 'charge',
      amount: money('10.01'),
      testMode: true,
      outcome: { status: 'approved', reference: 'attempt-1' },
    });
  });

  test('is refused when any byte of its body is changed', async () => {
    for (let position = 0; position < genuine.body.length; position += 1) {
      for (const flip of [1, 0x20, 0x80]) {
        const body = Uint8Array.from(genuine.body);
        body[position] = (body[position] ?? 0) ^ flip;
        const changed = provider.webhook({ ...genuine, body });
        await expect(changed, `byte ${position}`).rejects.toMatchObject({ code: 'invalid_signature', effect: 'none' });
      }
    }
  });

  test('is refused when any character of its signature is changed, left out or added', async () => {
    const signature = String(genuine.headers['x-signature']);
    const variants = new Set<string>();
    for (let position = 0; position <= signature.length; position += 1) {
      const [head, tail] = [signature.slice(0, position), signature.slice(position)];
      for (const character of ['A', 'B', ' ', '=', '-'])
        variants.add(head + character + tail).add(head + character + tail.slice(1));
      variants.add(head + tail.slice(1));
    }
    variants.delete(signature);
    for (const variant of variants) {
      const changed = provider.webhook({ ...genuine, headers: { 'x-signature': variant } });
      await expect(changed, variant).rejects.toMatchObject({ code: 'invalid_signature' });
    }
  });

  test('is refused without a signature, with an empty one, and with two', async () => {
    const signature = String(genuine.headers['x-signature']);
    for (const headers of [
      {},
      { 'x-signature': '' },
      { 'x-signature': [signature, signature] },
      { 'x-signature': signature, 'X-Signature': signature },
    ]) {
      await expect(provider.webhook({ ...genuine, headers })).rejects.toMatchObject({ code: 'invalid_signature' });
    }
  });

  test('is read whatever the case of the header', async () => {
    const signature = String(genuine.headers['x-signature']);
    const event = await provider.webhook({ ...genuine, headers: { 'X-SIGNATURE': [signature] } });
    expect(event.transaction.outcome.status).toBe('approved');
  });

  test('is refused when it was parsed before: only the raw bytes can be checked', async () => {
    const parsed = JSON.parse(Buffer.from(genuine.body).toString('utf8')) as Uint8Array;
    for (const body of [parsed, Buffer.from(genuine.body).toString('utf8') as unknown as Uint8Array]) {
      await expect(provider.webhook({ ...genuine, body })).rejects.toMatchObject({
        code: 'invalid_request',
        issues: [{ path: 'body' }],
      });
    }
  });
});

describe('the key of a callback', () => {
  const both = account.privateKeys;

  test('has to be the one of its mode', async () => {
    for (const [testMode, key] of [
      [true, both.live],
      [false, both.test],
    ] as const) {
      const forged = provider.webhook(message({ test_mode: testMode }, 'payment-invoices', key));
      await expect(forged).rejects.toMatchObject({
        code: 'invalid_signature',
        message: expect.stringContaining('other mode') as string,
      });
    }
    await expect(provider.webhook(message({ test_mode: false }, 'payment-invoices', both.live))).resolves.toBeDefined();
  });

  test('has to be the live one when the callback does not say its mode', async () => {
    for (const testMode of [null, undefined]) {
      await expect(provider.webhook(message({ test_mode: testMode }))).rejects.toMatchObject({
        code: 'invalid_signature',
      });
    }
  });

  test('of a mode that is not configured fits nothing', async () => {
    const liveOnly = openShop({}, { privateKeys: { live: both.live } }).provider;
    const testOnly = openShop({}, { privateKeys: { test: both.test } }).provider;
    await expect(liveOnly.webhook(message({}))).rejects.toMatchObject({ code: 'invalid_signature' });
    await expect(testOnly.webhook(message({}))).resolves.toBeDefined();
    await expect(testOnly.webhook(message({ test_mode: false }, 'payment-invoices', both.live))).rejects.toMatchObject({
      code: 'invalid_signature',
    });
  });

  for (const key of ['', 'undefined', 'null', account.apiKey]) {
    test(`is not ${JSON.stringify(key)}`, async () => {
      await expect(provider.webhook(message({}, 'payment-invoices', key))).rejects.toMatchObject({
        code: 'invalid_signature',
      });
    });
  }
});

describe('an authentic callback that cannot be understood', () => {
  const bodies: Readonly<Record<string, string>> = {
    'no JSON': '<html></html>',
    'another resource': JSON.stringify({
      data: { type: 'customers', id: 'cus_1', attributes: { status: 'processed', amount: 1, currency: 'USD' } },
    }),
    'no amount': JSON.stringify({
      data: { type: 'payment-invoices', id: 'cpi_1', attributes: { status: 'processed', currency: 'USD' } },
    }),
    'an impossible amount': JSON.stringify({
      data: {
        type: 'payment-invoices',
        id: 'cpi_1',
        attributes: { status: 'processed', amount: '1.001', currency: 'USD' },
      },
    }),
    'the amount twice':
      '{"data":{"type":"payment-invoices","id":"cpi_1","attributes":{"status":"processed","currency":"USD","amount":1,"amount":1000}}}',
    'a path in the place of the id': JSON.stringify({
      data: { type: 'payment-invoices', id: '../x', attributes: { status: 'processed', amount: 1, currency: 'USD' } },
    }),
  };
  for (const [what, body] of Object.entries(bodies)) {
    test(`because of ${what} is an error that is not about the signature`, async () => {
      const read = provider.webhook(signed(body, account.privateKeys.live));
      await expect(read).rejects.toMatchObject({ code: 'unexpected_response', effect: 'none', provider: 'paymega' });
    });
  }
});
