import { json } from '@ducat/simulator';
import { describe, expect, test } from 'vitest';
import { assertApproved, money, openShop, order } from './shop.ts';

describe('a lookup', () => {
  test('finds a payment by its reference and by its id, and the same one', async () => {
    const shop = openShop();
    const charged = await shop.provider.charge(order(), shop.attempt('attempt-1'));
    assertApproved(charged);
    const byReference = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
    const byId = await shop.provider.lookup({ operation: 'charge', providerReference: charged.providerReference });
    expect(byReference).toEqual(byId);
    expect(byReference).toMatchObject({
      status: 'found',
      transactions: [{ operation: 'charge', amount: money('10.01'), captured: money('10.01'), testMode: true }],
    });
  });

  test('finds nothing where nothing is', async () => {
    const { provider } = openShop();
    expect(await provider.lookup({ operation: 'charge', reference: 'attempt-1' })).toEqual({ status: 'not_found' });
    expect(await provider.lookup({ operation: 'charge', providerReference: 'cpi_nothing' })).toEqual({
      status: 'not_found',
    });
  });

  test('shows every payment with the reference, newest first, should there be several', async () => {
    const shop = openShop();
    const invoice = (id: string, updated: number) => ({
      id,
      attributes: { status: 'processed', amount: 1, currency: 'USD', reference_id: 'attempt-1', updated },
    });
    const response = json(200, { data: [invoice('cpi_older', 1), invoice('cpi_newer', 2)] });
    shop.simulator.controls.disturb({ surface: 'api', when: 'before', fault: { kind: 'respond', response } });
    const found = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
    expect(found).toMatchObject({
      transactions: [{ outcome: { providerReference: 'cpi_newer' } }, { outcome: { providerReference: 'cpi_older' } }],
    });
  });

  test('that is answered with another invoice fails: it is neither found nor not found', async () => {
    const shop = openShop();
    await shop.provider.charge(order(), shop.attempt());
    const response = json(200, {
      data: { id: 'cpi_other', attributes: { status: 'processed', amount: 1, currency: 'USD' } },
    });
    shop.simulator.controls.disturb({ surface: 'api', when: 'before', fault: { kind: 'respond', response } });
    const result = await shop.provider.lookup({
      operation: 'charge',
      providerReference: shop.simulator.invoices.all[0]?.id ?? '',
    });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'contradicting_response', effect: 'none' } });
  });

  for (const [what, response] of Object.entries({
    'a page': { status: 200, headers: {}, body: Buffer.from('<html></html>') },
    'status 500': json(500, {}),
    'a refusal': json(400, { errors: [{ detail: 'Parameter filter[reference_id] is not known.' }] }),
    'a single invoice instead of a list': json(200, { data: { id: 'cpi_1', attributes: {} } }),
  })) {
    test(`that is answered with ${what} fails, and says nothing about the payment`, async () => {
      const shop = openShop();
      shop.simulator.controls.disturb({ surface: 'api', when: 'before', fault: { kind: 'respond', response } });
      const result = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
      expect(result).toMatchObject({ status: 'failed', error: { effect: 'none' } });
    });
  }

  for (const operation of ['capture', 'void', 'refund'] as const) {
    test(`of a ${operation} by its reference alone is unsupported before anything is sent`, async () => {
      const shop = openShop();
      const lookup = shop.provider.lookup({ operation, reference: 'attempt-1' });
      await expect(lookup).rejects.toMatchObject({
        code: 'unsupported',
        effect: 'none',
        issues: [{ path: 'reference' }],
      });
      expect(shop.transport.requests).toEqual([]);
    });
  }

  for (const providerReference of ['..', 'cpi_1/../../x', 'cpi_1?x=1', '', 'cpi_1\n', '%2e%2e', 'a'.repeat(129)]) {
    test(`of the id ${JSON.stringify(providerReference.slice(0, 20))} is refused before anything is sent`, async () => {
      const shop = openShop();
      const lookup = shop.provider.lookup({ operation: 'charge', providerReference });
      await expect(lookup).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'providerReference' }] });
      expect(shop.transport.requests).toEqual([]);
    });
  }

  test('with the wrong key is an error: nothing can be asked at all', async () => {
    const shop = openShop();
    const stranger = shop.another({ apiKey: 'wrong' });
    await expect(stranger.lookup({ operation: 'charge', reference: 'attempt-1' })).rejects.toMatchObject({
      code: 'authentication_failed',
      effect: 'none',
    });
  });
});
