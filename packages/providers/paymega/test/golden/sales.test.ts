import type { ChargeRequest, Outcome } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { InvoiceExample } from './files.ts';
import { pageExample } from './files.ts';
import { api, cardgate, useReplay } from './replay.ts';

const replay = useReplay();
const invoice = pageExample('tokens.merchant-initiated.response') as unknown as InvoiceExample;
const { id, attributes } = invoice.data;
const card = new Card({
  number: '5123817234060000',
  holder: 'Card Holder',
  securityCode: '123',
  expiryMonth: 11,
  expiryYear: 2044,
});

/** Charges a card; the invoice is the page's, the sale's answer the given one. */
async function sold(
  sale: unknown,
  status: number,
  request: Partial<ChargeRequest> = {},
  relayHosts: string[] = [],
): Promise<Outcome> {
  replay.answer('POST', `${api}/payment-invoices`, invoice, 201);
  replay.answer('POST', `${cardgate}/payment/sale`, sale, status);
  const provider = replay.provider({ testMode: true, relayHosts });
  const payment = { amount: Money.parse('1', 'USD'), description: 'A hat', source: { kind: 'card', card } } as const;
  return provider.charge({ ...payment, ...request }, { reference: 'test_live_recurrent_11' });
}

describe("the pages' sales", () => {
  test('without 3-D Secure: approved, the empty auth_payload being a list', async () => {
    expect(await sold(pageExample('host-to-host.sale.processed.response'), 200)).toMatchObject({
      status: 'approved',
      amount: Money.parse('1', 'USD'),
      reference: 'test_live_recurrent_11',
    });
  });

  test('with 3-D Secure: a form with every parameter as it came', async () => {
    const sale = pageExample('host-to-host.sale.challenged.response');
    const { action, params } = sale['auth_payload'] as unknown as { action: string; params: object };
    expect(await sold(sale, 201)).toMatchObject({
      status: 'action_required',
      action: { kind: 'form_post', url: action, fields: params },
    });
  });

  for (const version of ['1', '2'] as const) {
    test(`the auth_payload of 3-D Secure ${version}: a form with every parameter as it came`, async () => {
      const payload = pageExample(`host-to-host.three-d-secure-${version}.payload`);
      const { action, params } = payload['auth_payload'] as unknown as { action: string; params: object };
      const outcome = await sold({ status: 'process_pending', auth_mode: '3ds', ...payload }, 201);
      expect(outcome).toMatchObject({
        status: 'action_required',
        action: { kind: 'form_post', url: action, fields: params },
      });
    });
  }

  test('the auth_payload of 3-D Secure 2 has no TermUrl to replace, and gets none', async () => {
    const payload = pageExample('host-to-host.three-d-secure-2.payload');
    const { params } = payload['auth_payload'] as unknown as { params: object };
    const outcome = await sold({ status: 'process_pending', auth_mode: '3ds', ...payload }, 201, {
      threeDSecure: { termUrl: 'https://shop.example/3ds' },
    });
    expect(outcome).toMatchObject({ status: 'action_required', action: { fields: params } });
  });

  const originals = {
    'host-to-host.sale.challenged.response':
      'https://card.psp.name/complete-auth?pid=pay_lJYu0h0Ux3P0xfLZyzv5XSb2_dx_cn',
    'host-to-host.three-d-secure-1.payload': 'https://api.paymega.io/3ds-return?pid=pay_Hjh3kMlNdqE4WpOmNPCoIgFU_K1_nM',
  };
  for (const [file, original] of Object.entries(originals)) {
    test(`${file}: the merchant's TermUrl replaces the provider's, and the answer goes to the latter unchanged`, async () => {
      const payload = { status: 'process_pending', auth_mode: '3ds', ...pageExample(file) };
      const termUrl = 'https://shop.example/3ds';
      const outcome = await sold(payload, 201, { threeDSecure: { termUrl } }, ['card.psp.name']);
      if (outcome.status !== 'action_required' || outcome.action.kind !== 'form_post') throw new Error(outcome.status);
      expect(outcome.action.fields['TermUrl']).toBe(termUrl);

      const body = 'PaRes=eJzV%2BW1v+b3I%3D&MD=999999999';
      replay.answer('POST', original, '<html></html>');
      replay.answer('GET', `${api}/payment-invoices/${id}`, {
        data: { id, attributes: { ...attributes, status: 'processed' } },
      });
      const finished = await replay
        .provider({ testMode: true, relayHosts: ['card.psp.name'] })
        .challenge({ continuation: outcome.continuation, answer: { method: 'POST', body } });
      expect(finished).toMatchObject({ status: 'approved', providerReference: id });
      expect(replay.sent[2]).toMatchObject({ method: 'POST', url: original, body });
      expect(new Headers(replay.sent[2]?.headers).get('content-type')).toBe('application/x-www-form-urlencoded');
    });
  }

  test('a TermUrl on a host that the options do not name is left as it is: nobody could relay to it', async () => {
    const sale = pageExample('host-to-host.sale.challenged.response');
    const { params } = sale['auth_payload'] as unknown as { params: object };
    const outcome = await sold(sale, 201, { threeDSecure: { termUrl: 'https://shop.example/3ds' } });
    expect(outcome).toMatchObject({ status: 'action_required', action: { fields: params } });
  });
});
