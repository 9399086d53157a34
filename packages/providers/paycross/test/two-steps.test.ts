import { describe, expect, it } from 'vitest';
import { expectFound, expectRefusal, expectStatus } from './expectations.ts';
import { attempt, authorize, charge, money } from './requests.ts';
import { openShop } from './shop.ts';
import type { Shop } from './shop.ts';

async function hold(shop: Shop, amount: string): Promise<string> {
  const outcome = await shop.provider.authorize(authorize({ amount: money(amount) }), attempt());
  return expectStatus(outcome, 'approved').providerReference;
}

describe('a hold', () => {
  it('is captured in parts, each of which can be refunded in parts', async () => {
    const shop = openShop();
    const { provider, simulator } = shop;
    const authorization = await hold(shop, '20.00');
    expect(simulator.bank.totals('USD').held).toBe(2000n);
    const first = expectStatus(
      await provider.capture({ authorization, amount: money('12.00') }, attempt()),
      'approved',
    );
    const second = expectStatus(
      await provider.capture({ authorization, amount: money('5.00') }, attempt()),
      'approved',
    );
    expect(first.amount.toString()).toBe('12.00 USD');
    expect(new Set([authorization, first.providerReference, second.providerReference]).size).toBe(3);
    expect(simulator.bank.totals('USD')).toMatchObject({ captured: 1700n, held: 300n });

    const refund = { payment: first.providerReference, reason: 'Too small' };
    expectStatus(await provider.refund({ ...refund, amount: money('4.00') }, attempt()), 'approved');
    expectStatus(await provider.refund({ ...refund, amount: money('8.00') }, attempt()), 'approved');
    expect(simulator.bank.totals('USD')).toMatchObject({ refunded: 1200n, net: 500n });
    await expectRefusal(() => provider.refund({ ...refund, amount: money('0.01') }, attempt()), 'refused');
  });

  it('is not captured beyond what is held: refused without an effect', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    const error = await expectRefusal(
      () => shop.provider.capture({ authorization, amount: money('20.01') }, attempt()),
      'invalid_request',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(['amount']);
    expect(shop.simulator.bank.totals('USD').captured).toBe(0n);
  });

  it('is voided as a whole, and then neither captured nor voided again', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    const request = { authorization, amount: money('20.00') };
    const outcome = expectStatus(await shop.provider.void(request, attempt()), 'approved');
    expect(outcome.amount.toString()).toBe('20.00 USD');
    expect(shop.simulator.bank.totals('USD').held).toBe(0n);
    await shop.clock.advance(31_000);
    await expectRefusal(() => shop.provider.void(request, attempt()), 'refused');
    await expectRefusal(() => shop.provider.capture(request, attempt()), 'refused');
  });

  it('is voided in part, and the rest is captured', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    expectStatus(await shop.provider.void({ authorization, amount: money('5.00') }, attempt()), 'approved');
    await expectRefusal(
      () => shop.provider.capture({ authorization, amount: money('15.01') }, attempt()),
      'invalid_request',
    );
    expectStatus(await shop.provider.capture({ authorization, amount: money('15.00') }, attempt()), 'approved');
    expect(shop.simulator.bank.totals('USD')).toMatchObject({ captured: 1500n, held: 0n });
  });

  it('is not voided once captured, as the port promises', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    expectStatus(await shop.provider.capture({ authorization, amount: money('20.00') }, attempt()), 'approved');
    await expectRefusal(() => shop.provider.void({ authorization, amount: money('20.00') }, attempt()), 'refused');
  });
});

describe('a refund', () => {
  it('of a charge gives back at most what was taken', async () => {
    const { provider, simulator } = openShop();
    const { providerReference: payment } = expectStatus(await provider.charge(charge(), attempt()), 'approved');
    const error = await expectRefusal(
      () => provider.refund({ payment, amount: money('10.01'), reason: 'Too small' }, attempt()),
      'invalid_request',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(['amount']);
    expectStatus(
      await provider.refund({ payment, amount: money('10.00'), reason: 'Too small' }, attempt()),
      'approved',
    );
    expect(simulator.bank.totals('USD').net).toBe(0n);
  });

  it('of a hold that was not captured is refused', async () => {
    const shop = openShop();
    const payment = await hold(shop, '20.00');
    await expectRefusal(
      () => shop.provider.refund({ payment, amount: money('1.00'), reason: 'Too small' }, attempt()),
      'refused',
    );
  });
});

describe('a capture, void or refund', () => {
  it('that the acquirer declines is a decline, and the hold is as it was', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    shop.simulator.controls.decideNext('F.0105');
    const outcome = expectStatus(
      await shop.provider.capture({ authorization, amount: money('20.00') }, attempt()),
      'declined',
    );
    expect(outcome.decline.reason).toBe('do_not_honor');
    expect(shop.simulator.bank.totals('USD')).toMatchObject({ captured: 0n, held: 2000n });
  });

  it('of an unknown parent is refused without an effect', async () => {
    const { provider } = openShop();
    const amount = money('1.00');
    const parent = '00000000-0000-4000-8000-000000000000';
    const errors = await Promise.all([
      expectRefusal(() => provider.capture({ authorization: parent, amount }, attempt()), 'invalid_request'),
      expectRefusal(() => provider.void({ authorization: parent, amount }, attempt()), 'invalid_request'),
      expectRefusal(
        () => provider.refund({ payment: parent, amount, reason: 'Too small' }, attempt()),
        'invalid_request',
      ),
    ]);
    expect(errors.map(({ issues }) => issues[0]?.path)).toEqual(['parent_uid', 'parent_uid', 'parent_uid']);
  });

  it('inherits the mode of its parent: none is sent, and that of the parent is accepted', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    const live = shop.anotherProvider({ testMode: false });
    expectStatus(await live.capture({ authorization, amount: money('1.00') }, attempt()), 'approved');
    expect(shop.bridge.sent.at(-1)?.body).not.toContain('test');
  });

  it('is accepted without a currency in its answer, which is then that of the request', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    shop.simulator.controls.rewriteNext((fields) => ({ ...fields, currency: undefined }));
    const outcome = expectStatus(
      await shop.provider.capture({ authorization, amount: money('3.00') }, attempt()),
      'approved',
    );
    expect(outcome.amount.toString()).toBe('3.00 USD');
  });

  it('is found by its own uid', async () => {
    const shop = openShop();
    const authorization = await hold(shop, '20.00');
    const { providerReference } = expectStatus(
      await shop.provider.capture({ authorization, amount: money('3.00') }, attempt()),
      'approved',
    );
    const [record] = expectFound(await shop.provider.lookup({ operation: 'capture', providerReference }));
    expect(record).toMatchObject({
      operation: 'capture',
      testMode: true,
      outcome: { status: 'approved', providerReference },
    });
  });
});
