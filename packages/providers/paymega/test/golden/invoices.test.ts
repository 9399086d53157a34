import type { ChargeRequest, CurrencyCode, Outcome } from '@ducat/core';
import { Card, CardToken, Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { InvoiceExample } from './files.ts';
import { pageExample } from './files.ts';
import { api, useReplay } from './replay.ts';

const replay = useReplay();

const example = (file: string): InvoiceExample => pageExample(file) as unknown as InvoiceExample;
const card = new Card({
  number: '5123817234060000',
  holder: 'Card Holder',
  securityCode: '123',
  expiryMonth: 11,
  expiryYear: 2044,
});
const token = new CardToken({ provider: 'paymega', value: 'token-1', customerReference: 'my_customer_1' });
const byCard = { kind: 'card', card } as const;
const byToken = { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } as const;
const onPage = { kind: 'hosted' } as const;

function payment(amount: string, currency: CurrencyCode, source: ChargeRequest['source']): ChargeRequest {
  return { amount: Money.parse(amount, currency), description: 'A hat', source };
}

/** The example as the answer to the creation of an invoice that asked for exactly this. */
function created(file: string): void {
  replay.answer('POST', `${api}/payment-invoices`, pageExample(file), 201);
}

async function lookedUp(file: string, operation: 'charge' | 'authorize'): Promise<unknown> {
  const { id } = example(file).data;
  replay.answer('GET', `${api}/payment-invoices/${id}`, pageExample(file));
  return replay.provider().lookup({ operation, providerReference: id });
}

function expectContradiction(outcome: Outcome, status: 'not_sent' | 'unknown'): void {
  expect(outcome).toMatchObject({ status, error: { code: 'contradicting_response' } });
}

const invoices = {
  'host-to-host.create-invoice.response': {
    operation: 'charge',
    amount: Money.parse('100', 'USD'),
    status: 'approved',
  },
  'tokens.customer-present.response': { operation: 'charge', amount: Money.parse('100', 'USD'), status: 'pending' },
  'tokens.merchant-initiated.response': { operation: 'charge', amount: Money.parse('1', 'USD'), status: 'pending' },
  'two-step.hold.response': { operation: 'authorize', amount: Money.parse('100', 'UAH'), status: 'pending' },
} as const;

describe("the pages' invoices, looked up", () => {
  for (const [file, { operation, amount, status }] of Object.entries(invoices)) {
    test(`${file} is ${status}`, async () => {
      const { id, attributes } = example(file).data;
      const reference = attributes['reference_id'];
      expect(await lookedUp(file, operation)).toMatchObject({
        status: 'found',
        transactions: [{ operation, amount, testMode: true, outcome: { status, reference, providerReference: id } }],
      });
    });
  }

  test('the paid one tells its card, without the token that it has not', async () => {
    const found = await lookedUp('host-to-host.create-invoice.response', 'charge');
    expect(found).toMatchObject({
      transactions: [
        {
          captured: Money.parse('100', 'USD'),
          updatedAt: 1_615_991_970_000,
          outcome: {
            card: {
              firstSix: '512381',
              lastFour: '0000',
              brand: 'mastercard',
              expiryMonth: 11,
              expiryYear: 2044,
              issuerName: 'U.S. BANK, N.A.',
              issuerCountry: 'US',
            },
          },
        },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('"token"');
  });

  test('the payload of the tokens page brings the token, and its card by the older name of the scheme', async () => {
    const { data } = example('tokens.customer-present.response');
    const { payload } = pageExample('tokens.tokenized.payload');
    const paid = { data: { ...data, attributes: { ...data.attributes, status: 'processed', payload } } };
    replay.answer('GET', `${api}/payment-invoices/${data.id}`, paid);
    const found = await replay.provider().lookup({ operation: 'charge', providerReference: data.id });
    expect(found).toMatchObject({
      transactions: [
        { outcome: { status: 'approved', card: { brand: 'mastercard', expiryMonth: 12, expiryYear: 2032 } } },
      ],
    });
    const outcome = found.status === 'found' ? found.transactions[0].outcome : undefined;
    const stored = outcome?.status === 'approved' ? outcome.token?.forCustomer('my_customer_1').toStorage() : undefined;
    const expected = new CardToken({
      provider: 'paymega',
      value: '4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x',
      customerReference: 'my_customer_1',
    });
    expect(stored).toBe(expected.toStorage());
  });
});

describe("the pages' invoices, as answers to their creation", () => {
  test('host-to-host: the answer that shows a paid invoice is taken for one, and no sale is sent for it', async () => {
    created('host-to-host.create-invoice.response');
    const outcome = await replay
      .provider({ testMode: true })
      .charge(payment('100', 'USD', byCard), { reference: '0f3cb67e-097c-4367-a06e-e7523b427234' });
    expect(outcome).toMatchObject({
      status: 'approved',
      amount: Money.parse('100', 'USD'),
      providerReference: 'cpi_pbqlMhg37O49gcxf',
    });
    expect(replay.sent).toHaveLength(1);
  });

  test('host-to-host: beside its own request (17 asked, 100 answered) it is refused, and what is paid stays unknown', async () => {
    created('host-to-host.create-invoice.response');
    const reference = '0f3cb67e-097c-4367-a06e-e7523b427234';
    expectContradiction(
      await replay.provider({ testMode: true }).charge(payment('17', 'USD', byCard), { reference }),
      'unknown',
    );
  });

  test('tokens, with the shopper: leads to the page in flow_data', async () => {
    created('tokens.customer-present.response');
    const source = { ...byToken, usage: 'oneclick', initiator: 'customer' } as const;
    const outcome = await replay
      .provider({ testMode: true })
      .charge(payment('100', 'USD', source), { reference: 'test_live_recurrent_11' });
    const url = 'https://cardgate.example.io/hpp/cgi_ZzhRb7xLro7cIf0N';
    expect(outcome).toMatchObject({ status: 'action_required', action: { kind: 'redirect', url } });
  });

  test('tokens, without the shopper: beside its own request (another reference) it is refused before any sale', async () => {
    created('tokens.merchant-initiated.response');
    const reference = 'ORDER1233';
    expectContradiction(
      await replay.provider({ testMode: true }).charge(payment('1', 'USD', byToken), { reference }),
      'not_sent',
    );
    expect(replay.sent).toHaveLength(1);
  });

  test('two-step: leads to the page in flow_data', async () => {
    created('two-step.hold.response');
    const outcome = await replay
      .provider({ testMode: true })
      .authorize(payment('100', 'UAH', onPage), { reference: '5587a275-f393-4599-948e-0efe4249559c' });
    expect(outcome).toMatchObject({
      status: 'action_required',
      action: { kind: 'redirect', url: 'https://example.io/hpp/cgi_G0bsyhroZj802zQU' },
    });
  });

  test('two-step: beside its own request (another reference) it is refused before the shopper is sent anywhere', async () => {
    created('two-step.hold.response');
    expectContradiction(
      await replay.provider({ testMode: true }).authorize(payment('100', 'UAH', onPage), { reference: '321' }),
      'not_sent',
    );
  });

  test('two-step: a hold that was asked for and a one-step invoice that came are told apart before any sale', async () => {
    created('tokens.merchant-initiated.response');
    const outcome = await replay
      .provider({ testMode: true })
      .authorize(payment('1', 'USD', byToken), { reference: 'test_live_recurrent_11' });
    expectContradiction(outcome, 'not_sent');
  });

  test('two-step: the response as it stands on the page, with one key twice, is not understood', async () => {
    const page = JSON.stringify(pageExample('two-step.hold.response'));
    replay.answer(
      'POST',
      `${api}/payment-invoices`,
      page.replace('"refunds":[]', '"charged_back_amount":null,"refunds":[]'),
      201,
    );
    const outcome = await replay
      .provider({ testMode: true })
      .authorize(payment('100', 'UAH', onPage), { reference: '5587a275-f393-4599-948e-0efe4249559c' });
    expect(outcome).toMatchObject({ status: 'not_sent', error: { code: 'unexpected_response' } });
  });
});
