import { Card, CardToken, Money } from '@ducat/core';
import type { TokenizeRequest } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { expectFound, expectRefusal, expectStatus, expectUnknown } from './expectations.ts';
import { golden, goldenFiles, goldenIndex, guardNetwork, onThePage, replay } from './golden.ts';
import { card } from './requests.ts';
import { account } from './shop.ts';

guardNetwork();

const basic = `Basic ${Buffer.from(`${account.shopId}:${account.secretKey}`).toString('base64')}`;
const pageUid = 'e89abc1a-1d18-4d0f-83a1-7009b333dce0';

/** The request of the page, told in our words. */
const tokenization: TokenizeRequest = {
  amount: Money.parse('1.00', 'USD'),
  description: 'Test transaction',
  language: 'en',
  billingAddress: {
    firstName: 'John',
    lastName: 'Doe',
    country: 'US',
    city: 'Denver',
    state: 'CO',
    postalCode: '96002',
    line: '1st Street',
  },
  source: {
    kind: 'card',
    card: new Card({
      number: '4200 0000 0000 0000',
      securityCode: '123',
      holder: 'John Doe',
      expiryMonth: 5,
      expiryYear: 2026,
    }),
  },
  customer: { ipAddress: '127.0.0.1', email: 'john@example.com' },
  usage: ['recurring'],
};

describe('the golden files', () => {
  it('are each in the index with their page, and the index has no others', () => {
    expect(goldenIndex.map(({ file }) => file).sort()).toEqual([...goldenFiles].sort());
    for (const { page, corrections } of goldenIndex) {
      expect(page).not.toBe('');
      expect(corrections.every((correction) => correction !== '')).toBe(true);
    }
  });
});

describe('requests', () => {
  it('tokenize sends the request of the page byte for byte, with its headers and to its path', async () => {
    const written = replay('POST', '/transactions/tokenizations', golden('tokenization-response.json'));
    await onThePage().tokenize(tokenization, { reference: 'your_uniq_number' });
    expect(written).toEqual([
      {
        method: 'POST',
        path: '/transactions/tokenizations',
        body: golden('tokenization-request.json'),
        headers: expect.objectContaining({
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: basic,
          requestid: 'your_uniq_number',
        }),
      },
    ]);
    const names = ['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host', 'requestid'];
    expect(Object.keys(written[0]?.headers ?? {}).sort()).toEqual(names);
  });

  it('charge with a token sends the request of the page byte for byte', async () => {
    const written = replay('POST', '/transactions/payments', golden('declined-payment-response.json'));
    const token = new CardToken({ provider: 'paycross', value: 'e3ba5977-8705-4496-bf90-a6a93d3d31cc' });
    const outcome = await onThePage(true).charge(
      {
        amount: Money.parse('1.00', 'USD'),
        description: 'Order 7',
        source: { kind: 'token', token, usage: 'recurring', initiator: 'merchant' },
        customer: { ipAddress: '203.0.113.5', email: 'a@example.com' },
      },
      { reference: 'ord-7' },
    );
    expect(written.map(({ body }) => body)).toEqual([golden('payment-by-token-request.json')]);
    // Its answer belongs to another payment, of 12.33 EUR.
    expectUnknown(outcome, 'contradicting_response');
  });

  it('void sends parent and amount alone, and reads the recorded answer', async () => {
    const written = replay('POST', '/transactions/voids', golden('void-response.json'));
    const request = { authorization: '3596794-18f91f7c1e', amount: Money.parse('0.10', 'BYN') };
    const outcome = expectStatus(await onThePage(true).void(request, { reference: 'void-7' }), 'approved');
    expect(written.map(({ body }) => body)).toEqual([golden('void-request.json')]);
    expect(outcome).toMatchObject({
      reference: 'void-7',
      providerReference: '3596795-2af81e6b0d',
      raw: { message: 'Successfully processed' },
    });
    expect(outcome.amount.toString()).toBe('0.10 BYN');
  });
});

describe('responses', () => {
  it('the pair of the page contradicts itself (1.00 USD asked, 4.92 EUR in test mode answered): refused as unknown', async () => {
    replay('POST', '/transactions/tokenizations', golden('tokenization-response.json'));
    const outcome = expectUnknown(
      await onThePage().tokenize(tokenization, { reference: 'your_uniq_number' }),
      'contradicting_response',
    );
    expect(outcome.providerReference).toBe(pageUid);
    expect(outcome.error.message).toContain('4.92 EUR');
  });

  it('the response of the page is an approved tokenization, when it is asked for what it answers', async () => {
    replay('POST', '/transactions/tokenizations', golden('tokenization-response.json'));
    const asked = { ...tokenization, amount: Money.parse('4.92', 'EUR'), testMode: true };
    const outcome = expectStatus(await onThePage().tokenize(asked, { reference: 'your_uniq_number' }), 'approved');
    expect(
      outcome.token?.value.equals(
        new CardToken({ provider: 'paycross', value: 'e3ba5977-8705-4496-bf90-a6a93d3d31cc' }).value,
      ),
    ).toBe(true);
  });

  it.each([
    ['by uid', `/transactions/${pageUid}`, { providerReference: pageUid }, (body: string) => body],
    [
      'by tracking id',
      '/v2/transactions/tracking_id/your_uniq_number',
      { reference: 'your_uniq_number' },
      (body: string) =>
        `{"transactions":[${JSON.stringify((JSON.parse(body) as { transaction: object }).transaction)}]}`,
    ],
  ])('the response of the page means the same in a lookup %s', async (_way, path, asked, enveloped) => {
    const written = replay('GET', path, enveloped(golden('tokenization-response.json')));
    const [record] = expectFound(await onThePage().lookup({ operation: 'tokenize', ...asked }));
    expect(written).toMatchObject([
      { method: 'GET', path, body: '', headers: { accept: 'application/json', authorization: basic } },
    ]);
    expect(record).toMatchObject({
      operation: 'tokenize',
      testMode: true,
      updatedAt: Date.parse('2024-04-02T14:32:35Z'),
    });
    const outcome = expectStatus(record.outcome, 'approved');
    expect(outcome).toMatchObject({
      provider: 'paycross',
      reference: 'your_uniq_number',
      providerReference: pageUid,
      card: { firstSix: '401200', lastFour: '1097', brand: 'visa', expiryMonth: 7, expiryYear: 2026 },
      raw: { status: 'successful', type: 'tokenization', message: 'Successfully processed' },
    });
    expect(outcome.amount.toString()).toBe('4.92 EUR');
    expect(
      outcome.token?.value.equals(
        new CardToken({ provider: 'paycross', value: 'e3ba5977-8705-4496-bf90-a6a93d3d31cc' }).value,
      ),
    ).toBe(true);
  });

  it('the declined payment is a decline', async () => {
    replay('POST', '/transactions/payments', golden('declined-payment-response.json'));
    const request = {
      amount: Money.parse('12.33', 'EUR'),
      description: 'Order 7',
      source: { kind: 'card', card: card() },
    } as const;
    const outcome = expectStatus(await onThePage(true).charge(request, { reference: 'ord-8' }), 'declined');
    expect(outcome).toMatchObject({
      providerReference: '4107-310b0da80b',
      decline: { reason: 'unspecified', by: 'unspecified' },
      raw: { message: 'Payment was declined' },
    });
  });

  it.each([
    ['unknown-token-error.json', 400, 'invalid_request', ['credit_card.token']],
    ['zip-error.json', 422, 'invalid_request', ['billing_address.zip']],
    ['refund-error.json', 422, 'refused', ['base']],
    ['credentials-error.json', 401, 'authentication_failed', []],
    ['record-not-found-error.json', 404, 'not_found', []],
  ] as const)('%s is a refusal that moved nothing', async (file, status, code, paths) => {
    replay('POST', '/transactions/refunds', golden(file), status);
    const request = { payment: pageUid, amount: Money.parse('1.00', 'USD'), reason: 'Too small' };
    const error = await expectRefusal(() => onThePage().refund(request, { reference: 'refund-7' }), code);
    expect(error.issues.map(({ path }) => path)).toEqual(paths);
  });

  it('an unknown uid and an empty list are not_found', async () => {
    replay('GET', `/transactions/${pageUid}`, golden('record-not-found-error.json'), 404);
    replay('GET', '/v2/transactions/tracking_id/ord-9', golden('no-transactions-response.json'));
    const provider = onThePage();
    expect(await provider.lookup({ operation: 'refund', providerReference: pageUid })).toEqual({ status: 'not_found' });
    expect(await provider.lookup({ operation: 'charge', reference: 'ord-9' })).toEqual({ status: 'not_found' });
  });
});
