import { describe, expect, test } from 'vitest';
import { assertAction, assertApproved, ledger, openShop, order, visit } from './shop.ts';
import { customer, stored, storing } from './stored-card.ts';

describe('storing a card', () => {
  test('is a real payment, and leaves a token of this provider and this customer', async () => {
    const shop = openShop();
    const token = await stored(shop);
    expect(token).toMatchObject({ provider: 'paymega', customerReference: 'customer-1' });
    expect(ledger(shop, 'store-1')).toEqual(['charge 1001']);
  });

  for (const onPayment of [undefined, 'refuse'] as const) {
    test(`is refused before anything is sent when onPayment is ${String(onPayment)}`, async () => {
      const shop = openShop();
      const request = storing(onPayment === undefined ? {} : { onPayment });
      await expect(shop.provider.tokenize(request, shop.attempt())).rejects.toMatchObject({
        code: 'unsupported',
        effect: 'none',
      });
      expect(shop.transport.requests).toEqual([]);
    });
  }

  test('needs a customer that the token will belong to, and is refused before anything is sent without one', async () => {
    const shop = openShop();
    const charge = shop.provider.charge(order({ storeCard: { usage: ['recurring'] } }), shop.attempt());
    await expect(charge).rejects.toMatchObject({ code: 'invalid_request', issues: [{ path: 'customer.reference' }] });
    expect(shop.transport.requests).toEqual([]);
  });

  test('is a by-product of a charge and of a hold as well', async () => {
    const shop = openShop();
    const request = order({ customer, storeCard: { usage: ['recurring'] } });
    for (const operation of ['charge', 'authorize'] as const) {
      const outcome = await shop.provider[operation](request, shop.attempt());
      assertApproved(outcome);
      expect(outcome.token?.customerReference, operation).toBe('customer-1');
    }
  });

  test('by a charge whose invoice cannot be read afterwards is approved without the token, and a lookup brings it', async () => {
    const shop = openShop();
    shop.simulator.controls.disturb({
      surface: 'api',
      method: 'GET',
      when: 'before',
      fault: { kind: 'lose_connection' },
    });
    const outcome = await shop.provider.charge(
      order({ customer, storeCard: { usage: ['recurring'] } }),
      shop.attempt('attempt-1'),
    );
    assertApproved(outcome);
    expect(outcome.token).toBeUndefined();
    const found = await shop.provider.lookup({ operation: 'charge', reference: 'attempt-1' });
    const told = found.status === 'found' ? found.transactions[0].outcome : undefined;
    expect(told?.status === 'approved' ? told.token?.provider : undefined).toBe('paymega');
  });

  test('on the hosted page brings the token with the customer, though only the continuation remembers them', async () => {
    const shop = openShop();
    const request = storing({ source: { kind: 'hosted' }, onPayment: 'allow', returnUrl: 'https://shop.test/back' });
    const outcome = await shop.provider.tokenize(request, shop.attempt());
    assertAction(outcome);
    await visit(shop, outcome.action);
    const finished = await shop.provider.challenge({ continuation: outcome.continuation });
    assertApproved(finished);
    expect(finished.token?.customerReference).toBe('customer-1');
  });
});
