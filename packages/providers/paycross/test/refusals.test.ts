import { describe, expect, it } from 'vitest';
import type { ShopOptions } from '../simulator/index.ts';
import { expectRefusal, expectStatus, expectUnknown } from './expectations.ts';
import { operationNames, operations } from './operations.ts';
import { attempt, card, charge, payout } from './requests.ts';
import { scripted } from './scripted.ts';
import { openShop } from './shop.ts';

const shapes: readonly ShopOptions['errorShape'][] = ['response', 'flat', 'version_three'];
const variants = shapes.flatMap((errorShape) =>
  ([400, 422] as const).map((validationStatus) => ({ errorShape, validationStatus })),
);

describe('an error with thousands of complaints', () => {
  it.each([
    ['fields', Object.fromEntries(Array.from({ length: 4000 }, (_, number) => [`field${number}`, ['is wrong']]))],
    ['texts of one field', { amount: Array.from({ length: 4000 }, () => 'is wrong') }],
  ])('tells the first twenty: %s', async (_name, errors) => {
    const { provider } = scripted(() => ({ status: 422, body: { response: { message: 'Wrong', errors } } }));
    const error = await expectRefusal(() => provider.charge(charge(), attempt()), 'invalid_request');
    expect(error.issues).toHaveLength(20);
  });
});

describe.each(variants)('an error body of the shape $errorShape with HTTP $validationStatus', (simulator) => {
  it('names the wrong fields in the words of the gateway, and nothing happened', async () => {
    const shop = openShop({ simulator: { ...simulator, requiredFields: ['billing_address.zip', 'customer.ip'] } });
    const error = await expectRefusal(() => shop.provider.charge(charge(), attempt()), 'invalid_request');
    expect(error.issues).toEqual([
      { path: 'billing_address.zip', message: "can't be blank" },
      { path: 'customer.ip', message: "can't be blank" },
    ]);
    expect(error).toMatchObject({
      provider: 'paycross',
      retry: 'never',
      raw: { httpStatus: String(simulator.validationStatus) },
    });
    expect(error.raw['code']).toBe(simulator.errorShape === 'version_three' ? 'E.1025' : undefined);
    expect(shop.simulator.bank.entries).toEqual([]);
  });

  it('that belongs to no field is a refusal, and nothing happened', async () => {
    const shop = openShop({ simulator });
    const { send } = await operations.void(shop);
    expectStatus(await send(attempt()), 'approved');
    await shop.clock.advance(31_000);
    expectStatus(await send(attempt()), 'approved');
    await shop.clock.advance(31_000);
    const error = await expectRefusal(() => send(attempt()), 'refused');
    expect(error.message).toContain("transaction can't be voided");
  });

  it('about a duplicate is neither a success nor proof that nothing happened', async () => {
    const shop = openShop({ simulator });
    expectStatus(await shop.provider.charge(charge(), attempt()), 'approved');
    expectUnknown(await shop.provider.charge(charge(), attempt()), 'duplicate');
  });

  it('about a return URL that 3-D Secure needs names it', async () => {
    const { provider } = openShop({ simulator });
    const { returnUrl: _, ...request } = charge();
    const error = await expectRefusal(() => provider.charge(request, attempt()), 'invalid_request');
    expect(error.issues.map(({ path }) => path)).toEqual(['return_url']);
  });

  it('about a shop that may not send card numbers names the field', async () => {
    const { provider } = openShop({ simulator: { ...simulator, rawCardNumbers: false } });
    const error = await expectRefusal(() => provider.charge(charge(), attempt()), 'invalid_request');
    expect(error.issues.map(({ path }) => path)).toEqual(['credit_card.number']);
  });
});

describe('a refusal that may be about a repeat', () => {
  it.each([
    { message: 'Duplicate transaction' },
    { message: 'Invalid request', errors: { base: ['duplicate transaction'] } },
    { message: 'Invalid request', errors: { tracking_id: ['has already been taken'] } },
    { message: 'Invalid request', errors: 'Transaction was already processed' },
    { message: 'Invalid request', errors: { base: ['Repeated request'] } },
    { message: 'Дублирующая транзакция' },
    { message: 'Повторный запрос' },
    { message: 'The transaction has already been captured', errors: {} },
  ])('is unknown in whatever words it comes: %j', async (error) => {
    for (const [status, body] of [
      [422, { response: error }],
      [400, error],
      [404, error],
      [403, error],
    ] as const) {
      const { provider } = scripted(() => ({ status, body }));
      expectUnknown(await provider.charge(charge(), attempt()), 'duplicate');
    }
  });
});

describe('a strict gateway', () => {
  it.each(operationNames)('that refuses every field no page documents accepts our %s', async (name) => {
    const shop = openShop({ simulator: { refuseUnknownFields: true, processingCodes: false } });
    const { send } = await operations[name](shop);
    expectStatus(await send(attempt()), 'approved');
    expect(shop.simulator.transactions.all.flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
  });

  it('accepts everything that a charge and a payout can carry', async () => {
    const { provider, simulator } = openShop({ simulator: { refuseUnknownFields: true } });
    const address = {
      firstName: 'John',
      lastName: 'Doe',
      country: 'US',
      state: 'CO',
      city: 'Denver',
      line: '1st Street',
      postalCode: '96002',
    };
    const customer = {
      reference: 'customer-1',
      name: 'John Doe',
      email: 'john@example.com',
      phone: '+12025550123',
      ipAddress: '203.0.113.7',
      deviceId: 'device-1',
      birthDate: '1990-12-31',
      metadata: { tier: 'gold' },
    };
    const full = charge({
      customer,
      billingAddress: address,
      descriptor: 'HATS',
      language: 'pt-BR',
      browser: {
        userAgent: 'Mozilla/5.0',
        language: 'pt-BR',
        screenWidth: 1,
        timeZoneOffset: -120,
        javaEnabled: false,
        deviceChannel: '02',
      },
      metadata: { order: '7' },
      storeCard: { usage: ['recurring', 'oneclick', 'credit'] },
      threeDSecure: { termUrl: 'https://shop.example/three-d-secure' },
      providerOptions: { paycross: { duplicateCheck: true, receiptText: ['Thank you'], advancedThreeDSecure: false } },
    });
    expectStatus(await provider.charge(full, attempt()), 'approved');
    const paid = payout({ recipient: customer, recipientAddress: address, language: 'en', metadata: { order: '7' } });
    expectStatus(await provider.payout(paid, attempt()), 'approved');
    expect(simulator.transactions.all.flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
  });

  it('gets no security code and no device with a payout: neither has a place there', async () => {
    const { provider, bridge } = openShop();
    const request = payout({
      destination: { kind: 'card', card: card() },
      recipient: { deviceId: 'device-1', email: 'a@example.com' },
    });
    expectStatus(await provider.payout(request, attempt()), 'approved');
    const body = bridge.sent.at(-1)?.body ?? '';
    expect(JSON.parse(body).request.recipient_credit_card).toEqual({
      number: '4200000000000000',
      holder: 'John Doe',
      exp_month: '05',
      exp_year: '2030',
    });
    expect(JSON.parse(body).request.recipient).toEqual({ email: 'a@example.com' });
  });

  it('gets the language alone, without the region', async () => {
    const { provider, bridge } = openShop();
    expectStatus(await provider.charge(charge({ language: 'pt-BR' }), attempt()), 'approved');
    expect(JSON.parse(bridge.sent.at(-1)?.body ?? '{}').request.language).toBe('pt');
  });
});
