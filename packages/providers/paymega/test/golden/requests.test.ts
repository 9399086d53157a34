import type { Outcome } from '@ducat/core';
import { Card, CardToken, Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { pageExample, sentExample } from './files.ts';
import type { Sent } from './replay.ts';
import { api, basic, cardgate, useReplay } from './replay.ts';

const replay = useReplay();
const bearer = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzUxMiJ9.bearer-1';
const holdId = 'cpi_IPEphq1XwInHNOpH';

/** The answer that lets the adapter go on: an invoice made of its own request. */
function invoiceFor(file: string, more: object = {}): object {
  const { attributes } = (JSON.parse(sentExample(file)) as { data: { attributes: Record<string, unknown> } }).data;
  const { reference_id, amount, currency, test_mode = false, flow = 'charge' } = attributes;
  const flowData = {
    action: `${cardgate}/hpp/cgi_1`,
    method: 'GET',
    params: [],
    metadata: { sid: 'cgi_1', token: bearer },
  };
  const own = {
    status: 'process_pending',
    reference_id,
    amount,
    currency,
    test_mode,
    payment_flow: flow,
    flow_data: flowData,
  };
  return { data: { type: 'payment-invoices', id: 'cpi_1', attributes: { ...own, ...more } } };
}

function hold(status: string, more: object = {}): object {
  const { data } = pageExample('two-step.hold.response') as unknown as { data: { attributes: object } };
  return { data: { ...data, attributes: { ...data.attributes, status, ...more } } };
}

function expectSent(sent: Sent | undefined, file: string, url: string, authorization: string): void {
  expect(sent).toBeDefined();
  expect(sent?.body).toBe(sentExample(file));
  expect(sent?.url).toBe(url);
  expect(sent?.method).toBe('POST');
  const headers = new Headers(sent?.headers);
  expect(
    Object.fromEntries(['authorization', 'accept', 'content-type'].map((name) => [name, headers.get(name)])),
  ).toEqual({
    authorization,
    accept: 'application/json',
    'content-type': 'application/json',
  });
}

const token = (value: string): CardToken =>
  new CardToken({ provider: 'paymega', value, customerReference: 'my_customer_1' });

describe("the bytes of the pages' requests", () => {
  test('host-to-host: an invoice, then the card to the Cardgate with the bearer of the invoice', async () => {
    replay.answer('POST', `${api}/payment-invoices`, invoiceFor('host-to-host.create-invoice.request'), 201);
    replay.answer('POST', `${cardgate}/payment/sale`, pageExample('host-to-host.sale.processed.response'));
    const card = new Card({
      number: '5519283812030000',
      holder: 'Card Holder',
      securityCode: '123',
      expiryMonth: 10,
      expiryYear: 2035,
    });
    const outcome = await replay.provider().charge(
      {
        amount: Money.parse('17', 'USD'),
        description: 'Payment by order#1',
        source: { kind: 'card', card },
        browser: { timeZoneOffset: -60, screenWidth: 1920 },
        returnUrl: 'https://example.com/',
        webhookUrl: 'https://example.com/payments/callback',
      },
      { reference: '0f3cb67e-097c-4367-a06e-e7523b427234' },
    );
    expect(outcome.status).toBe('approved');
    expectSent(replay.sent[0], 'host-to-host.create-invoice.request', `${api}/payment-invoices`, basic);
    expectSent(replay.sent[1], 'host-to-host.sale.request', `${cardgate}/payment/sale`, `Bearer ${bearer}`);
    expect(replay.sent).toHaveLength(2);
  });

  test('tokens: an invoice that leaves a token behind', async () => {
    replay.answer('POST', `${api}/payment-invoices`, invoiceFor('tokens.tokenize.request'), 201);
    const outcome = await replay.provider({ testMode: true }).tokenize(
      {
        amount: Money.parse('1', 'USD'),
        description: 'TEST',
        source: { kind: 'hosted' },
        usage: ['oneclick'],
        onPayment: 'allow',
        customer: { reference: 'my_customer_1', name: 'John Doe' },
      },
      { reference: 'ORDER1233' },
    );
    expect(outcome.status).toBe('action_required');
    expectSent(replay.sent[0], 'tokens.tokenize.request', `${api}/payment-invoices`, basic);
  });

  test('tokens: a stored card on the payment page', async () => {
    replay.answer('POST', `${api}/payment-invoices`, invoiceFor('tokens.customer-present.request'), 201);
    const outcome = await replay.provider().charge(
      {
        amount: Money.parse('100', 'USD'),
        description: 'Invoice by Token Example',
        source: {
          kind: 'token',
          token: token('4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x'),
          usage: 'oneclick',
          initiator: 'customer',
        },
        webhookUrl: 'https://example.com',
        testMode: true,
      },
      { reference: 'test_live_recurrent_11' },
    );
    expect(outcome.status).toBe('action_required');
    expectSent(replay.sent[0], 'tokens.customer-present.request', `${api}/payment-invoices`, basic);
  });

  test('tokens: a stored card without the shopper is an instant invoice and an empty sale', async () => {
    replay.answer('POST', `${api}/payment-invoices`, invoiceFor('tokens.merchant-initiated.request'), 201);
    replay.answer('POST', `${cardgate}/payment/sale`, pageExample('host-to-host.sale.processed.response'));
    const outcome = await replay.provider({ testMode: true }).charge(
      {
        amount: Money.parse('1', 'USD'),
        description: 'A month',
        source: {
          kind: 'token',
          token: token('zsmmfyTkG6hn9DdwDhxh69LdQNJgZWk5xMdY7vg'),
          usage: 'recurring',
          initiator: 'merchant',
        },
      },
      { reference: 'ORDER1233' },
    );
    expect(outcome.status).toBe('approved');
    expectSent(replay.sent[0], 'tokens.merchant-initiated.request', `${api}/payment-invoices`, basic);
    expectSent(replay.sent[1], 'tokens.stored-card-sale.request', `${cardgate}/payment/sale`, `Bearer ${bearer}`);
  });

  test('two-step: a hold that captures itself after an hour', async () => {
    replay.answer('POST', `${api}/payment-invoices`, invoiceFor('two-step.hold.request'), 201);
    const outcome = await replay.provider({ testMode: true }).authorize(
      {
        amount: Money.parse('100', 'UAH'),
        description: 'Invoice Example',
        source: { kind: 'hosted' },
        customer: { reference: '1203515', name: 'John Wick', email: 'somename@domain.com', phone: '+380987654321' },
        metadata: { key: 'value' },
        returnUrl: 'https://example.com',
        webhookUrl: 'https://example.com',
        providerOptions: { paymega: { delayedAction: 'capture', delayedActionDelay: 60 } },
      },
      { reference: '321' },
    );
    expect(outcome.status).toBe('action_required');
    expectSent(replay.sent[0], 'two-step.hold.request', `${api}/payment-invoices`, basic);
  });

  for (const operation of ['capture', 'void'] as const) {
    test(`two-step: a ${operation} of the whole hold`, async () => {
      const path = `${api}/payment-invoices/${holdId}`;
      replay.answer('GET', path, hold('authorized'));
      replay.answer('POST', `${path}/${operation}`, hold(operation === 'capture' ? 'processed' : 'voided'));
      const request = { authorization: holdId, amount: Money.parse('100', 'UAH') };
      const outcome: Outcome = await replay.provider()[operation](request, { reference: 'second-step-1' });
      expect(outcome).toMatchObject({ status: 'approved', reference: 'second-step-1', providerReference: holdId });
      expectSent(replay.sent[1], `two-step.${operation}.request`, `${path}/${operation}`, basic);
    });
  }
});
