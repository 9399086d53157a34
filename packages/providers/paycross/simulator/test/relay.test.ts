import { browse, bytes, text } from '@ducat/simulator';
import type { ShopperArrival } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { authorization, cardOf, createMerchant, order, returnUrl, shopUrl, textOf } from './merchant.ts';
import type { Body, Merchant } from './merchant.ts';

const termUrl = `${shopUrl}/term`;
const advanced = order({ credit_card: cardOf('4012000000003010'), three_d_secure: { advanced: true } });

async function throughBank(merchant: Merchant, body: Body, decision: string): Promise<URLSearchParams> {
  const section = body['transaction']?.['three_d_secure_verification'];
  const arrival: ShopperArrival = await browse(
    {
      url: textOf(section?.['acs_url']),
      method: 'POST',
      fields: { PaReq: textOf(section?.['pa_req']), MD: textOf(section?.['md']), TermUrl: termUrl },
    },
    { send: merchant.network.send, answers: { decision }, isMerchant: (url) => url === termUrl },
  );
  return new URLSearchParams(text(arrival.body));
}

async function relay(
  merchant: Merchant,
  body: Body,
  answer: URLSearchParams,
  credentials = authorization,
): Promise<readonly [number, Body]> {
  const { transaction } = body;
  const response = await merchant.network.send(textOf(transaction?.['three_d_secure_verification']?.['pa_res_url']), {
    method: 'POST',
    headers: { authorization: credentials, 'content-type': 'application/json', accept: 'application/json' },
    body: bytes(JSON.stringify({ uid: transaction?.['uid'], pa_res: answer.get('PaRes'), md: answer.get('MD') })),
  });
  return [response.status, JSON.parse(text(response.body)) as Body];
}

describe('3-D Secure 1 with the merchant in between', () => {
  it('hands out what the access control server needs', async () => {
    const { body } = await createMerchant().post('payments', advanced);
    expect(body['transaction']).toMatchObject({
      status: 'incomplete',
      three_d_secure_verification: {
        acs_url: 'https://acs.issuer.example/pareq',
        pa_req: expect.any(String),
        md: expect.any(String),
        pa_res_url: expect.stringMatching(/\/process\/[^/]+\/return$/),
      },
    });
  });

  it('finishes with the relayed answer, once', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', advanced);
    const answer = await throughBank(merchant, body, 'approve');
    const [status, finished] = await relay(merchant, body, answer);
    expect(status).toBe(200);
    expect(finished['transaction']).toMatchObject({ status: 'successful' });
    merchant.simulator.controls.decideNext('F.0114');
    await relay(merchant, body, answer);
    const next = await merchant.post('payments', order());
    expect(next.body['transaction']).toMatchObject({ status: 'failed', code: 'F.0114' });
    await merchant.simulator.courier.idle();
    expect(merchant.simulator.bank.totals('EUR').captured).toBe(1000n);
    expect(merchant.received).toHaveLength(2);
  });

  it('fails when the shopper refused at the bank', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', advanced);
    const [, finished] = await relay(merchant, body, await throughBank(merchant, body, 'refuse'));
    expect(finished['transaction']).toMatchObject({ status: 'failed' });
  });

  it('refuses an answer that was changed or belongs to another payment', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', advanced);
    const other = await merchant.post('payments', { ...advanced, amount: 2 });
    const answer = await throughBank(merchant, body, 'approve');
    const changes = [
      { PaRes: `${answer.get('PaRes')} `, MD: answer.get('MD') ?? '' },
      { PaRes: textOf(body['transaction']?.['three_d_secure_verification']?.['pa_req']), MD: answer.get('MD') ?? '' },
      { PaRes: answer.get('PaRes') ?? '', MD: 'other' },
    ];
    for (const changed of changes) expect((await relay(merchant, body, new URLSearchParams(changed)))[0]).toBe(422);
    const otherData = textOf(other.body['transaction']?.['three_d_secure_verification']?.['md']);
    const misplaced = new URLSearchParams({ PaRes: answer.get('PaRes') ?? '', MD: otherData });
    expect((await relay(merchant, other.body, misplaced))[0]).toBe(422);
    expect(merchant.simulator.bank.entries).toEqual([]);
  });

  it('is closed to strangers', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', advanced);
    const answer = await throughBank(merchant, body, 'approve');
    expect((await relay(merchant, body, answer, 'Basic eDp5'))[0]).toBe(401);
    expect(merchant.simulator.bank.entries).toEqual([]);
  });

  it('serves a 3-D Secure 2 card that is challenged under advanced control', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', { ...advanced, credit_card: cardOf('4012000000001097') });
    const [, finished] = await relay(merchant, body, await throughBank(merchant, body, 'approve'));
    expect(finished['transaction']).toMatchObject({ status: 'successful' });
  });

  it('is refused to a shop without advanced control', async () => {
    const merchant = createMerchant({ options: { advancedThreeDSecure: false } });
    expect((await merchant.post('payments', advanced)).status).toBe(422);
  });

  it('runs through the page of the gateway where the merchant only redirects', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', order({ credit_card: cardOf('4012000000003010') }));
    const { visited } = await browse(
      { url: textOf(body['transaction']?.['redirect_url']) },
      { send: merchant.network.send, isMerchant: (url) => url === returnUrl },
    );
    expect(visited.map((url) => new URL(url).host)).toEqual([
      'gateway.pay-cross.com',
      'acs.issuer.example',
      'acs.issuer.example',
      'gateway.pay-cross.com',
    ]);
    expect(merchant.simulator.bank.totals('EUR').captured).toBe(1000n);
  });
});
