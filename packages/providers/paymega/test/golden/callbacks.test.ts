import { Money } from '@ducat/core';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { pageExample } from './files.ts';
import { useReplay } from './replay.ts';

const replay = useReplay();

// The platform's page "Callbacks" gives the formula; this pair was computed with it by two programs.
const vector = {
  key: 'sk_test_example',
  body: '{"data":{"type":"payment-invoices","id":"cpi_yv1RgJ2l8ty2AxIs","attributes":{"status":"processed","resolution":"ok","amount":22,"currency":"USD"}}}',
  signature: 'tbiwOWv0/GJI6eD2e/lAOax3c+g=',
};

function signed(document: unknown, key: string): { headers: Record<string, string>; body: Uint8Array } {
  const body = Buffer.from(JSON.stringify(document));
  return { headers: { 'X-Signature': createHash('sha1').update(key).update(body).update(key).digest('base64') }, body };
}

describe('callbacks', () => {
  test('the test vector of the signature is authentic, and live for want of a word on its mode', async () => {
    const request = { headers: { 'x-signature': vector.signature }, body: Buffer.from(vector.body) };
    const event = await replay.provider({ privateKeys: { live: vector.key } }).webhook(request);
    expect(event.transaction).toMatchObject({
      operation: 'charge',
      amount: Money.parse('22', 'USD'),
      outcome: { status: 'approved' },
    });
  });

  test('the test vector is refused where its key is the test key: it does not say that it is a test', async () => {
    const request = { headers: { 'x-signature': vector.signature }, body: Buffer.from(vector.body) };
    await expect(replay.provider({ privateKeys: { test: vector.key } }).webhook(request)).rejects.toMatchObject({
      code: 'invalid_signature',
    });
  });

  const messages = {
    'host-to-host.create-invoice.response': { operation: 'charge', outcome: { status: 'approved' } },
    'tokens.customer-present.response': { operation: 'charge', outcome: { status: 'pending' } },
    'two-step.hold.response': { operation: 'authorize', outcome: { status: 'pending' } },
  } as const;
  for (const [file, expected] of Object.entries(messages)) {
    test(`${file} as a callback is news of ${expected.operation}, ${expected.outcome.status}`, async () => {
      const event = await replay.provider().webhook(signed(pageExample(file), 'sk_test_example'));
      expect(event.transaction).toMatchObject({ ...expected, testMode: true });
    });
  }
});
