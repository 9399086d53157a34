import { describe, expect, test } from 'vitest';
import { held, posts } from './hold.ts';
import { assertApproved, ledger, money, openShop, order } from './shop.ts';

describe('a capture', () => {
  test('takes all that is held, under its own reference', async () => {
    const { shop, authorization } = await held();
    const outcome = await shop.provider.capture({ authorization, amount: money('20') }, shop.attempt('capture-1'));
    expect(outcome).toMatchObject({
      status: 'approved',
      reference: 'capture-1',
      providerReference: authorization,
      amount: money('20'),
    });
    expect(ledger(shop, 'hold-1')).toEqual(['authorize 2000', 'capture 2000']);
  });

  test('takes a part when the hold announced it, and releases the rest', async () => {
    const { shop, authorization } = await held({ partialCapture: true });
    const outcome = await shop.provider.capture({ authorization, amount: money('15.5') }, shop.attempt());
    expect(outcome).toMatchObject({ status: 'approved', amount: money('15.5') });
    expect(ledger(shop, 'hold-1')).toEqual(['authorize 2000', 'capture 1550', 'release 450']);
  });

  for (const partialCapture of [undefined, false]) {
    test(`takes no part when the hold said ${String(partialCapture)} about parts`, async () => {
      const { shop, authorization } = await held(partialCapture === undefined ? {} : { partialCapture });
      const capture = shop.provider.capture({ authorization, amount: money('15') }, shop.attempt());
      await expect(capture).rejects.toMatchObject({ code: 'invalid_request', effect: 'none' });
      expect(ledger(shop, 'hold-1')).toEqual(['authorize 2000']);
    });
  }

  for (const amount of [money('20.01'), money('20', 'EUR'), money('20', 'JPY')]) {
    test(`of ${amount.toString()} is refused before it is sent: the request could not say the currency`, async () => {
      const { shop, authorization } = await held();
      const capture = shop.provider.capture({ authorization, amount }, shop.attempt());
      await expect(capture).rejects.toMatchObject({
        code: 'invalid_request',
        effect: 'none',
        issues: [{ path: 'amount' }],
      });
      expect(posts(shop, /capture/)).toBe(0);
    });
  }

  test('whose answer was lost is unknown; a repeat does not take it again and does not say that nothing was taken', async () => {
    const { shop, authorization } = await held();
    const request = { authorization, amount: money('20') };
    shop.simulator.controls.disturb({
      surface: 'api',
      method: 'POST',
      when: 'after',
      fault: { kind: 'lose_connection' },
    });
    expect((await shop.provider.capture(request, shop.attempt('capture-1'))).status).toBe('unknown');
    const again = await shop.provider.capture(request, shop.attempt('capture-1'));
    expect(again).toMatchObject({
      status: 'unknown',
      error: { code: 'duplicate', effect: 'possible' },
      providerReference: authorization,
    });
    const found = await shop.provider.lookup({ operation: 'capture', providerReference: authorization });
    expect(found).toMatchObject({ transactions: [{ outcome: { status: 'approved', amount: money('20') } }] });
    expect(ledger(shop, 'hold-1')).toEqual(['authorize 2000', 'capture 2000']);
  });

  test('after another amount was captured is refused', async () => {
    const { shop, authorization } = await held({ partialCapture: true });
    await shop.provider.capture({ authorization, amount: money('15') }, shop.attempt());
    const second = shop.provider.capture({ authorization, amount: money('5') }, shop.attempt());
    await expect(second).rejects.toMatchObject({ code: 'refused', effect: 'none' });
    expect(posts(shop, /capture/)).toBe(1);
  });

  test('after a void is refused', async () => {
    const { shop, authorization } = await held();
    await shop.provider.void({ authorization, amount: money('20') }, shop.attempt());
    const capture = shop.provider.capture({ authorization, amount: money('20') }, shop.attempt());
    await expect(capture).rejects.toMatchObject({ code: 'refused', effect: 'none' });
  });

  test('of a payment in one step is refused: there is nothing held', async () => {
    const shop = openShop();
    const charged = await shop.provider.charge(order(), shop.attempt('charge-1'));
    assertApproved(charged);
    const capture = shop.provider.capture(
      { authorization: charged.providerReference, amount: money('10.01') },
      shop.attempt(),
    );
    await expect(capture).rejects.toMatchObject({
      code: 'invalid_request',
      issues: [{ path: 'authorization' }],
      effect: 'none',
    });
  });

  test('of an invoice that does not exist is not_found', async () => {
    const shop = openShop();
    const capture = shop.provider.capture({ authorization: 'cpi_nothing', amount: money('1') }, shop.attempt());
    await expect(capture).rejects.toMatchObject({ code: 'not_found', effect: 'none' });
  });

  test('that is answered with the hold as it was is pending', async () => {
    const { shop, authorization } = await held();
    shop.simulator.showStatus(authorization, 'authorized');
    const outcome = await shop.provider.capture({ authorization, amount: money('20') }, shop.attempt());
    expect(outcome).toMatchObject({ status: 'pending', providerReference: authorization });
  });

  test('that is answered with another amount is unknown', async () => {
    const { shop, authorization } = await held({ partialCapture: true });
    shop.simulator.controls.disturb({
      surface: 'api',
      method: 'POST',
      when: 'after',
      fault: {
        kind: 'respond',
        response: { status: 200, headers: {}, body: Buffer.from(invoiceWith(authorization, '19')) },
      },
    });
    const outcome = await shop.provider.capture({ authorization, amount: money('15') }, shop.attempt());
    expect(outcome).toMatchObject({ status: 'unknown', error: { code: 'contradicting_response' } });
  });
});

function invoiceWith(id: string, processed: string): string {
  const attributes = {
    status: 'processed',
    amount: 20,
    currency: 'USD',
    processed_amount: processed,
    payment_flow: 'delayed_charge',
  };
  return JSON.stringify({ data: { id, attributes } });
}
